package org.kizuna.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of the in-container suite: the application as it is built, and the tests beside it. */
@ArquillianSuiteDeployment
public class Deployments {

    private static final String OPEN = "<url-pattern>/health/*</url-pattern>";

    private static final String STRUCTURE = "jboss-deployment-structure.xml";

    @Deployment
    public static WebArchive kizuna() {
        WebArchive built = ShrinkWrap.create(ZipImporter.class, "kizuna.war")
                .importFrom(Path.of(System.getProperty("kizuna.home"), "target", "kizuna.war")
                        .toFile())
                .as(WebArchive.class);
        return built.setWebXML(new StringAsset(withRunnerOpen(built)))
                .addAsWebInfResource(new StringAsset(withWebReceiver(built)), STRUCTURE)
                .addPackages(
                        true,
                        Filters.include(".*(ContainerIT|/kizuna/testing/|/kizuna/samples/|/Some[A-Z]).*"),
                        "org.kizuna")
                .addAsResource(
                        Path.of(System.getProperty("kizuna.home"), "src", "test", "resources", "cases")
                                .toFile(),
                        "cases")
                .addAsLibraries(jarOf(Assertions.class));
    }

    /** The runner's own address asks for no sign-in; everything else is as it is built. */
    private static String withRunnerOpen(WebArchive built) {
        return text(built, "web.xml").replace(OPEN, OPEN + "<url-pattern>/ArquillianServletRunnerEE9</url-pattern>");
    }

    /** {@link WebReceiver} is made of the JDK's own server, which applications don't see otherwise. */
    private static String withWebReceiver(WebArchive built) {
        return text(built, STRUCTURE).replace("</dependencies>", "<module name=\"jdk.httpserver\"/></dependencies>");
    }

    private static String text(WebArchive built, String name) {
        try (InputStream in = built.get("WEB-INF/" + name).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.io.File jarOf(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toFile();
    }
}
