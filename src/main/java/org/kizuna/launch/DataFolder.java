package org.kizuna.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that keeps everything which must outlive a run. One run at a time holds it. */
final class DataFolder implements Part {

    /** Layout of the folder; raised when an older Kizuna could no longer read it. */
    private static final int FORMAT = 1;

    /** For folders: nobody but who made them gets in. */
    static final FileAttribute<Set<PosixFilePermission>> ONLY_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Set<PosixFilePermission> PRIVATE_FILE = PosixFilePermissions.fromString("rw-------");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final FileChannel lock;
    private final Properties properties = new Properties();

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path path, Path buildFolder) {
        if (path.startsWith(buildFolder)) {
            throw new LaunchFailure("The data folder " + path + " is inside " + buildFolder
                    + ", which a build may delete; choose another one with --data.");
        }
        try {
            Files.createDirectories(path);
            // a folder of an earlier version is open to others
            Files.setPosixFilePermissions(path, ONLY_OWNER.value());
            FileChannel lock =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new LaunchFailure("Another Kizuna is running with the data folder " + path
                        + "; stop it or choose another folder with --data.");
            }
            DataFolder folder = new DataFolder(path, lock);
            folder.load();
            return folder;
        } catch (IOException e) {
            throw new LaunchFailure("The data folder " + path + " can't be used: " + Reason.of(e) + ".", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A secret that is made on first use and kept readable for the owner of the folder alone. */
    String secret(String name) {
        String known = properties.getProperty(name);
        if (known != null) {
            return known;
        }
        String fresh = newSecret();
        keep(name, fresh);
        return fresh;
    }

    boolean isMarked(String name) {
        return properties.containsKey(name);
    }

    void mark(String name) {
        keep(name, "true");
    }

    /** One of the folder's parts, empty. */
    Path part(String name) {
        clear(name);
        try {
            return Files.createDirectories(path.resolve(name), ONLY_OWNER);
        } catch (IOException e) {
            throw new LaunchFailure("The folder " + path.resolve(name) + " can't be made: " + Reason.of(e) + ".", e);
        }
    }

    /** Deletes one of the folder's parts. */
    void clear(String name) {
        clear(path.resolve(name));
    }

    /** Deletes the whole folder, of which nothing is to outlive the run. */
    void delete() {
        clear(path);
    }

    private static void clear(Path part) {
        if (!Files.exists(part)) {
            return;
        }
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LaunchFailure("The folder " + part + " can't be emptied: " + Reason.of(e) + ".", e);
        }
    }

    static String newSecret() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void load() throws IOException {
        Path file = path.resolve("kizuna.properties");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
            int format = format(file);
            if (format > FORMAT) {
                throw new LaunchFailure("The data folder " + path + " was written by a newer Kizuna (format " + format
                        + ", this one knows " + FORMAT + "); start that version or choose another folder with --data.");
            }
        } else {
            keep("format", Integer.toString(FORMAT));
        }
    }

    private int format(Path file) {
        String format = properties.getProperty("format", "1");
        try {
            return Integer.parseInt(format);
        } catch (NumberFormatException e) {
            throw new LaunchFailure("The file " + file + " is damaged: its format is \"" + format + "\".", e);
        }
    }

    private void keep(String name, String value) {
        properties.setProperty(name, value);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writePrivately(path.resolve("kizuna.properties"), text.toString());
    }

    /** A log of the folder, empty, which only the folder's owner may read. */
    Path log(String name) {
        Path log = path.resolve(name);
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new LaunchFailure("The file " + log + " can't be written: " + Reason.of(e) + ".", e);
        }
        writePrivately(log, "");
        return log;
    }

    /** Writes a file that only the folder's owner may read. */
    void writePrivately(Path file, String text) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PRIVATE_FILE));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new LaunchFailure("The file " + file + " can't be written: " + Reason.of(e) + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LaunchFailure("The data folder " + path + " can't be released: " + Reason.of(e) + ".", e);
        }
    }
}
