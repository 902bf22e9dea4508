package org.kizuna.testing;

import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of the in-container suite: the application as it is built, and the tests beside it. */
@ArquillianSuiteDeployment
public class Deployments {

    @Deployment
    public static WebArchive kizuna() {
        return ShrinkWrap.create(ZipImporter.class, "kizuna.war")
                .importFrom(Path.of(System.getProperty("kizuna.home"), "target", "kizuna.war")
                        .toFile())
                .as(WebArchive.class)
                .addPackages(true, Filters.include(".*(ContainerIT|/kizuna/testing/|/kizuna/samples/).*"), "org.kizuna")
                .addAsLibraries(jarOf(Assertions.class));
    }

    private static java.io.File jarOf(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toFile();
    }
}
