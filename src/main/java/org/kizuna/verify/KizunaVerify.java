package org.kizuna.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Checks a cooperation dossier: {@code java -jar kizuna-verify.jar DOSSIER.zip [--head HEAD.json] [--key KEY-ID]}.
 *
 * <ol>
 *   <li>Each file is what the manifests say, and the signature stands for the manifests.
 *   <li>Each change set in {@code history.jsonl} is a leaf of the journal's Merkle tree [RFC 9162], in the tree's
 *       order, and each change beneath it is one that the set names.
 *   <li>The tree's head is signed with the same key; with {@code --head}, the tree begins with the one whose head was
 *       kept from before; with {@code --key}, the key is the one that was published.
 *   <li>Each document has the hash that its record in the journal gives.
 *   <li>The server itself found nothing wrong while it made the dossier.
 * </ol>
 *
 * <p>Ends with 0 when all of it holds, with 1 and the first thing that does not, or with 2 when there is nothing to
 * check. The format is told in {@code dossier-format.md}.
 */
public final class KizunaVerify {

    /** Characters of a line, bytes of a file that is read whole: more than any dossier has. */
    private static final int LARGEST = 1 << 26;

    private static final int DEEPEST = 100;

    private final ZipFile zip;
    private final String folder;
    private final PrintStream out;

    private KizunaVerify(ZipFile zip, String folder, PrintStream out) {
        this.zip = zip;
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** @return the exit code */
    public static int run(List<String> arguments, PrintStream out) {
        Map<String, String> options = new TreeMap<>();
        List<String> files = new ArrayList<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (Set.of("--head", "--key").contains(argument) && rest.hasNext()) {
                options.put(argument, rest.next());
            } else {
                files.add(argument);
            }
        }
        if (files.size() != 1 || files.get(0).startsWith("--")) {
            out.println("Usage: java -jar kizuna-verify.jar DOSSIER.zip [--head HEAD.json] [--key KEY-ID]");
            return 2;
        }
        try (ZipFile zip = new ZipFile(files.get(0))) {
            String first = zip.stream().map(ZipEntry::getName).findFirst().orElse("");
            new KizunaVerify(zip, first.substring(0, first.indexOf('/') + 1), out).verify(options);
            out.println("The dossier holds.");
            return 0;
        } catch (Refused e) {
            out.println("REFUSED: " + e.getMessage());
            return 1;
        } catch (IOException | RuntimeException e) {
            out.println("REFUSED: the file can't be read as a dossier: " + e);
            return 1;
        }
    }

    private void verify(Map<String, String> options) throws IOException, Refused {
        Map<?, ?> signature = object("signature.json");
        manifests(signature);
        Map<?, ?> head = object("data/head.json");
        String keyId = text(head, "keyId");
        byte[] key = base64(text(signature, "publicKey"), "signature.json");
        check(keyId.equals(hex(sha256().digest(key))), "data/head.json: signed with another key than the dossier");
        checkSignature(
                key, text(head, "signature"), signedText(head).getBytes(StandardCharsets.UTF_8), "data/head.json");
        history(number(head, "size"), text(head, "root"));
        documents();
        findings();
        String wanted = options.get("--key");
        check(
                wanted == null || wanted.equals(keyId),
                "the dossier is signed with the key " + keyId + ", not " + wanted);
        String kept = options.get("--head");
        if (kept != null) {
            continues(parsed(Files.readString(Path.of(kept)), kept), head);
        }
        out.println("Signed with the key " + keyId + (wanted == null ? "; compare it with the published one." : "."));
    }

    /** Every file is listed, every listed file is there and has its hash, and the signature is over the last list. */
    private void manifests(Map<?, ?> signature) throws IOException, Refused {
        byte[] last = bytes("tagmanifest-sha256.txt");
        byte[] key = base64(text(signature, "publicKey"), "signature.json");
        checkSignature(key, text(signature, "signature"), last, "signature.json");
        check(text(signature, "keyId").equals(hex(sha256().digest(key))), "signature.json: the key has another id");
        String whole = "{\"keyId\":\"" + hex(sha256().digest(key)) + "\",\"publicKey\":\""
                + Base64.getEncoder().encodeToString(key) + "\",\"signature\":\""
                + Base64.getEncoder().encodeToString(base64(text(signature, "signature"), "signature.json")) + "\"}\n";
        check(
                Arrays.equals(bytes("signature.json"), whole.getBytes(StandardCharsets.UTF_8)),
                "signature.json: altered");
        Set<String> there = new TreeSet<>();
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            check(
                    name.startsWith(folder) && !name.startsWith("/") && !name.matches("(.*/)?\\.\\.(/.*)?|.*\\\\.*"),
                    name + ": outside the bag");
            check(there.add(entry.getName().substring(folder.length())), entry.getName() + ": there twice");
        }
        Map<String, String> tags = manifest("tagmanifest-sha256.txt");
        check(tags.containsKey("manifest-sha256.txt"), "tagmanifest-sha256.txt: the payload's manifest is missing");
        compare(tags, there);
        Map<String, String> payload = manifest("manifest-sha256.txt");
        compare(payload, there);
        there.removeAll(Set.of("tagmanifest-sha256.txt", "signature.json"));
        check(there.isEmpty(), there + ": in no manifest");
        out.println((tags.size() + payload.size()) + " files have the hashes of their manifests.");
    }

    private void compare(Map<String, String> listed, Set<String> there) throws IOException, Refused {
        for (Map.Entry<String, String> file : listed.entrySet()) {
            check(there.remove(file.getKey()), file.getKey() + ": missing");
            check(hash(file.getKey()).equals(file.getValue()), file.getKey() + ": altered");
        }
    }

    private Map<String, String> manifest(String name) throws IOException, Refused {
        Map<String, String> hashes = new TreeMap<>();
        for (String line : new String(bytes(name), StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                check(line.matches("[0-9a-f]{64}  .+"), name + ": not a line of a manifest: " + line);
                hashes.put(line.substring(66), line.substring(0, 64));
            }
        }
        return hashes;
    }

    /** Change sets are lines that name their changes; changes are the lines beneath. */
    private void history(long size, String root) throws IOException, Refused {
        long sets = 0;
        long changes = 0;
        long lastLeaf = -1;
        long lastPosition = -1;
        List<?> named = List.of();
        long set = -1;
        try (BufferedReader lines = reader("data/history.jsonl");
                BufferedReader proofs = reader("data/proofs.jsonl")) {
            long number = 0;
            for (String line = line(lines); line != null; line = line(lines)) {
                String where = "data/history.jsonl, line " + ++number;
                Map<?, ?> read = parsed(line, where);
                if (read.get("changes") instanceof List<?> list) {
                    named = list;
                    set = number(read, "id");
                    lastPosition = -1;
                    sets++;
                    Map<?, ?> proof = parsed(String.valueOf(line(proofs)), "data/proofs.jsonl, line " + sets);
                    long leaf = number(proof, "leaf");
                    check(number(proof, "set") == set, where + ": its proof is for another change set");
                    check(leaf > lastLeaf, where + ": out of order");
                    lastLeaf = leaf;
                    check(
                            root.equals(hex(rootFrom(leaf, size, leafHash(line), list(proof, "path", where), where))),
                            where + ": not in the sealed journal (change set " + set + ")");
                } else {
                    changes++;
                    long position = number(read, "position");
                    check(number(read, "set") == set, where + ": stands under another change set than its own");
                    check(position > lastPosition && position < named.size(), where + ": out of order");
                    lastPosition = position;
                    check(
                            hex(leafHash(line)).equals(named.get((int) position)),
                            where + ": not the change that was sealed (" + read.get("reference") + ")");
                }
            }
            check(line(proofs) == null, "data/proofs.jsonl, line " + (sets + 1) + ": proves nothing that is here");
        }
        out.println(sets + " change sets are leaves of the sealed journal of " + size + "; " + changes
                + " of their changes are here.");
    }

    /** What the journal says a document's hash is, its file has; and no file is here that the journal does not name. */
    private void documents() throws IOException, Refused {
        Set<String> journaled = new TreeSet<>();
        try (BufferedReader lines = reader("data/history.jsonl")) {
            for (String line = line(lines); line != null; line = line(lines)) {
                Map<?, ?> read = parsed(line, "data/history.jsonl");
                if ("Document".equals(read.get("entity")) && read.get("after") instanceof Map<?, ?> after) {
                    journaled.add(String.valueOf(after.get("sha256")));
                }
            }
        }
        int found = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName().substring(folder.length());
            if (name.startsWith("data/documents/")) {
                found++;
                String hash = name.substring("data/documents/".length());
                check(journaled.contains(hash), name + ": the journal knows no such document");
                check(hash(name).equals(hash), name + ": altered");
            }
        }
        out.println(found + " documents have the hashes that the journal gives.");
    }

    /** What the server could not put into the dossier, because it was no longer as it was sealed. */
    private void findings() throws IOException, Refused {
        if (zip.getEntry(folder + "data/findings.jsonl") != null) {
            try (BufferedReader lines = reader("data/findings.jsonl")) {
                String first = line(lines);
                check(first == null, "data/findings.jsonl, line 1: the server found its journal bent: " + first);
            }
        }
    }

    /** The journal of the head that was kept is the beginning of this one. */
    private void continues(Map<?, ?> kept, Map<?, ?> head) throws IOException, Refused {
        check(
                text(kept, "keyId").equals(text(head, "keyId")),
                "data/head.json: signed with another key than the head kept");
        long earlier = number(kept, "size");
        long size = number(head, "size");
        check(earlier > 0, "the head kept is the head of nothing");
        check(
                earlier <= size,
                "the dossier holds to a head of " + size
                        + " change sets, older than the head kept; ask for it with head=" + earlier
                        + ", and if there is none, the journal has shrunk");
        try (BufferedReader lines = reader("data/consistency.jsonl")) {
            long number = 0;
            for (String line = line(lines); line != null; line = line(lines)) {
                String where = "data/consistency.jsonl, line " + ++number;
                Map<?, ?> read = parsed(line, where);
                if (read.get("from") instanceof Map<?, ?> from && number(from, "size") == earlier) {
                    check(
                            text(from, "root").equals(text(kept, "root")),
                            where + ": the journal was another one when the head was kept");
                    consistent(earlier, size, text(kept, "root"), text(head, "root"), list(read, "path", where), where);
                    out.println("The journal begins with the one of " + earlier + " change sets that was kept.");
                    return;
                }
            }
        }
        throw new Refused("data/consistency.jsonl: nothing about a head of " + earlier
                + " change sets; fetch history/proof/consistency, or use a head that was handed out later");
    }

    /** From a leaf up to the root [RFC 9162, section 2.1.3.2]. */
    private static byte[] rootFrom(long leaf, long size, byte[] hash, List<byte[]> path, String where) throws Refused {
        check(leaf >= 0 && leaf < size, where + ": no proof");
        long fn = leaf;
        long sn = size - 1;
        byte[] r = hash;
        for (byte[] p : path) {
            check(sn > 0, where + ": its proof is too long");
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        check(sn == 0, where + ": its proof is too short");
        return r;
    }

    /** From the earlier root to both roots [RFC 9162, section 2.1.4.2]. */
    private static void consistent(
            long earlier, long later, String earlierRoot, String laterRoot, List<byte[]> path, String where)
            throws Refused {
        List<byte[]> steps = new ArrayList<>(path);
        if (Long.bitCount(earlier) == 1) {
            steps.add(0, hash(earlierRoot, where));
        }
        if (earlier == later) {
            check(earlierRoot.equals(laterRoot), where + ": two roots for one journal");
            return;
        }
        check(!steps.isEmpty(), where + ": no proof");
        long fn = earlier - 1;
        long sn = later - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = steps.get(0);
        byte[] sr = steps.get(0);
        for (byte[] step : steps.subList(1, steps.size())) {
            check(sn > 0, where + ": the proof is too long");
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(step, fr);
                sr = node(step, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        check(
                sn == 0 && hex(fr).equals(earlierRoot) && hex(sr).equals(laterRoot),
                where + ": the journal does not begin with the one that was kept");
    }

    private static byte[] leafHash(String line) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(line.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static String signedText(Map<?, ?> head) throws Refused {
        return "{\"keyId\":\"" + text(head, "keyId") + "\",\"root\":\"" + text(head, "root") + "\",\"sealedAt\":\""
                + text(head, "sealedAt") + "\",\"size\":" + number(head, "size") + "}";
    }

    private static void checkSignature(byte[] key, String signature, byte[] text, String where) throws Refused {
        boolean valid;
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            ed25519.update(text);
            valid = ed25519.verify(base64(signature, where));
        } catch (GeneralSecurityException e) {
            valid = false;
        }
        check(valid, where + ": the signature does not hold");
    }

    private Map<?, ?> object(String name) throws IOException, Refused {
        return parsed(new String(bytes(name), StandardCharsets.UTF_8), name);
    }

    private static Map<?, ?> parsed(String line, String where) throws Refused {
        try {
            if (new Json(line).read() instanceof Map<?, ?> map) {
                return map;
            }
        } catch (RuntimeException e) {
            throw new Refused(where + ": not JSON");
        }
        throw new Refused(where + ": not an object");
    }

    private static String text(Map<?, ?> object, String name) throws Refused {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new Refused("no text " + name + " in " + object);
    }

    private static long number(Map<?, ?> object, String name) throws Refused {
        if (object.get(name) instanceof Long number) {
            return number;
        }
        throw new Refused("no number " + name + " in " + object);
    }

    /** The hashes of a path. */
    private static List<byte[]> list(Map<?, ?> object, String name, String where) throws Refused {
        List<byte[]> hashes = new ArrayList<>();
        for (Object item : object.get(name) instanceof List<?> list ? list : List.of()) {
            hashes.add(hash(item, where));
        }
        return hashes;
    }

    private static byte[] hash(@Nullable Object text, String where) throws Refused {
        check(text instanceof String hex && hex.matches("[0-9a-f]{64}"), where + ": not a hash: " + text);
        return HexFormat.of().parseHex(String.valueOf(text));
    }

    private static byte[] base64(String text, String where) throws Refused {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(where + ": not Base64");
        }
    }

    private byte[] bytes(String name) throws IOException, Refused {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST);
            check(bytes.length < LARGEST, name + ": too large");
            return bytes;
        }
    }

    /** Without its LF, or null at the end. */
    private static @Nullable String line(BufferedReader reader) throws IOException, Refused {
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = reader.read()) {
            line.append((char) next);
            check(line.length() < LARGEST, "a line is too long");
        }
        return line.toString();
    }

    private BufferedReader reader(String name) throws IOException, Refused {
        return new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
    }

    private InputStream open(String name) throws IOException, Refused {
        ZipEntry entry = zip.getEntry(folder + name);
        if (entry == null) {
            throw new Refused(name + ": missing");
        }
        return zip.getInputStream(entry);
    }

    private String hash(String name) throws IOException, Refused {
        MessageDigest digest = sha256();
        try (InputStream in = open(name)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (ZipException e) {
            throw new Refused(name + ": damaged");
        }
        return hex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void check(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }

    /** Something does not hold. */
    private static final class Refused extends Exception {
        Refused(String what) {
            super(what);
        }
    }

    /** JSON as far as dossiers have it: objects, lists, texts, whole numbers, true, false, null. */
    private static final class Json {

        private final String text;
        private int at;
        private int depth;

        Json(String text) {
            this.text = text.strip();
        }

        @Nullable
        Object read() {
            Object value = value();
            if (at != text.length()) {
                throw new IllegalArgumentException("More than one value");
            }
            return value;
        }

        private @Nullable Object value() {
            if (++depth > DEEPEST) {
                throw new IllegalArgumentException("Too deep");
            }
            char next = text.charAt(at);
            Object value =
                    switch (next) {
                        case '{' -> members();
                        case '[' -> items();
                        case '"' -> string();
                        case 't' -> word("true", true);
                        case 'f' -> word("false", false);
                        case 'n' -> word("null", null);
                        default -> number();
                    };
            depth--;
            return value;
        }

        private Map<String, @Nullable Object> members() {
            Map<String, @Nullable Object> members = new TreeMap<>();
            for (boolean more = begins('}'); more; more = goesOn('}')) {
                String name = string();
                expect(':');
                if (members.containsKey(name)) {
                    throw new IllegalArgumentException("Twice: " + name);
                }
                members.put(name, value());
            }
            return members;
        }

        private List<@Nullable Object> items() {
            List<@Nullable Object> items = new ArrayList<>();
            for (boolean more = begins(']'); more; more = goesOn(']')) {
                items.add(value());
            }
            return items;
        }

        private boolean begins(char end) {
            at++;
            if (text.charAt(at) == end) {
                at++;
                return false;
            }
            return true;
        }

        private boolean goesOn(char end) {
            char next = text.charAt(at++);
            if (next != ',' && next != end) {
                throw new IllegalArgumentException("Neither , nor " + end);
            }
            return next == ',';
        }

        private void expect(char sign) {
            if (text.charAt(at++) != sign) {
                throw new IllegalArgumentException("No " + sign);
            }
        }

        private String string() {
            expect('"');
            StringBuilder string = new StringBuilder();
            for (char next = text.charAt(at++); next != '"'; next = text.charAt(at++)) {
                string.append(next == '\\' ? escaped(text.charAt(at++)) : next);
            }
            return string.toString();
        }

        private char escaped(char sign) {
            return switch (sign) {
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    at += 4;
                    yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
                }
                default -> sign;
            };
        }

        private @Nullable Object word(String word, @Nullable Object value) {
            if (!text.startsWith(word, at)) {
                throw new IllegalArgumentException("Not " + word);
            }
            at += word.length();
            return value;
        }

        private Long number() {
            int from = at;
            while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return Long.valueOf(text.substring(from, at));
        }
    }
}
