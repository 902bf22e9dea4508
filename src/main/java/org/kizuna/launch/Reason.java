package org.kizuna.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be used, in words: many of these exceptions carry the file's name and nothing else. */
final class Reason {

    private Reason() {}

    static String of(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return System.getProperty("user.name") + " may not use " + denied.getFile();
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return ((FileSystemException) e).getFile() + " is no folder";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        String message = e.getMessage();
        return message == null ? "no reason was given" : firstLine(message);
    }

    /** What stands before the first line break, without its full stop: it becomes part of a sentence. */
    static String firstLine(String message) {
        String line = message.strip().lines().findFirst().orElse("no reason was given");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
