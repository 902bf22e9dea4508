package org.kizuna.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the built parts lie.
 *
 * @param root the project's top folder
 */
record BuildLayout(Path root) {

    static BuildLayout here() {
        Path root =
                Path.of(System.getProperty("kizuna.home", ".")).toAbsolutePath().normalize();
        if (!Files.isRegularFile(root.resolve("target/kizuna.war"))) {
            throw new LaunchFailure("Kizuna is not built in " + root + "; run deploy/run.sh, which builds it.");
        }
        return new BuildLayout(root);
    }

    Path build() {
        return root.resolve("target");
    }

    Path war() {
        return build().resolve("kizuna.war");
    }

    Path wildfly() {
        return build().resolve("server");
    }

    Path mariadb() {
        return build().resolve("mariadb");
    }

    Path config(String name) {
        return root.resolve("config").resolve(name);
    }
}
