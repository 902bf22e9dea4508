package org.kizuna.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a program ended, as its exit code and the end of its log tell. */
final class Ending {

    /** What a JVM with {@code ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int SIGNALS_FROM = 128;
    private static final int SIGKILL = 9;
    private static final int MOST_CHARACTERS = 200;
    private static final long TAIL_BYTES = 256 << 10;

    private static final Pattern COMPLAINT = Pattern.compile(
            "\\[ERROR\\]\\s+(.*)|\\b(?:ERROR|FATAL)\\b\\s+(.*)|(java\\.lang\\.OutOfMemoryError.*)|(^Error: .*)");

    private Ending() {}

    /** Part of a sentence, without its full stop; it names the log. */
    static String of(int exit, Path log) {
        return reason(exit, log) + "; see " + log;
    }

    private static String reason(int exit, Path log) {
        List<String> lines = tail(log);
        if (exit == OUT_OF_MEMORY && lines.stream().anyMatch(line -> line.contains("OutOfMemoryError"))) {
            return "it ran out of memory (give it more with KIZUNA_JAVA_OPTS)";
        }
        if (exit == SIGNALS_FROM + SIGKILL) {
            return "it was killed (signal 9), as the system does when memory runs out";
        }
        if (exit > SIGNALS_FROM) {
            return "it was ended by signal " + (exit - SIGNALS_FROM);
        }
        String last = "";
        for (String line : lines) {
            Matcher complaint = COMPLAINT.matcher(line);
            if (complaint.find()) {
                last = said(complaint);
            }
        }
        return last.isEmpty() ? "it ended with code " + exit : "\"" + shortened(last) + "\"";
    }

    private static String said(Matcher complaint) {
        for (int group = 1; group <= complaint.groupCount(); group++) {
            if (complaint.group(group) != null) {
                return complaint.group(group).strip();
            }
        }
        return "";
    }

    private static String shortened(String line) {
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }

    private static List<String> tail(Path log) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            byte[] bytes = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("ERROR its log can't be read: " + Reason.of(e));
        }
    }
}
