package org.kizuna.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
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
 *   <li>The tree's head is signed with the same key.
 *   <li>Each change set in {@code history.jsonl} is a leaf of the journal's Merkle tree [RFC 9162], in the tree's
 *       order, and each change beneath it is one that the set names.
 *   <li>Each document has the hash that its record in the journal gives, and each commitment to something said of a
 *       person is opened, or was erased.
 *   <li>The server itself found nothing wrong while it made the dossier.
 *   <li>With {@code --key}, the key is the one that was published; with {@code --head}, the tree begins with the one
 *       whose head was kept from before.
 * </ol>
 *
 * <p>Ends with 0 when all of it holds, with 1 and the first thing that does not, or with 2 when there is nothing to
 * check. The format is told in {@code dossier-format.md}. From here on, what is called stands below what calls it.
 */
public final class KizunaVerify {

    /** Characters of a line, bytes of a file that is read whole: more than any dossier has. */
    private static final int LARGEST = 1 << 26;

    private final ZipFile zip;
    private final String folder;
    private final PrintStream out;

    private KizunaVerify(ZipFile zip, PrintStream out) {
        String first = zip.stream().map(ZipEntry::getName).findFirst().orElse("");
        this.zip = zip;
        this.folder = first.substring(0, first.indexOf('/') + 1);
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** @return the exit code */
    public static int run(List<String> arguments, PrintStream out) {
        List<String> files = new ArrayList<>(arguments);
        String keptHead = option("--head", files);
        String publishedKey = option("--key", files);
        if (files.size() != 1 || files.get(0).startsWith("--")) {
            out.println("Usage: java -jar kizuna-verify.jar DOSSIER.zip [--head HEAD.json] [--key KEY-ID]");
            return 2;
        }
        try (ZipFile zip = new ZipFile(files.get(0))) {
            new KizunaVerify(zip, out).verify(keptHead, publishedKey);
            out.println("The dossier holds.");
            return 0;
        } catch (Refused e) {
            out.println("REFUSED: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            out.println("REFUSED: the file can't be read as a dossier: " + e);
        }
        return 1;
    }

    private static @Nullable String option(String name, List<String> arguments) {
        int at = arguments.indexOf(name);
        if (at < 0 || at + 1 == arguments.size()) {
            return null;
        }
        arguments.remove(at);
        return arguments.remove(at);
    }

    private void verify(@Nullable String keptHead, @Nullable String publishedKey) throws IOException, Refused {
        byte[] key = signature();
        files();
        Head head = signedHead(key);
        Told told = history(head);
        documents(told.documents);
        persons(told.commitments);
        findings();
        boolean named = publishedKey != null;
        check(
                !named || head.keyId.equals(publishedKey),
                "the dossier is signed with the key " + head.keyId + ", not " + publishedKey);
        if (keptHead != null) {
            continues(Head.of(parsed(Files.readString(Path.of(keptHead)), keptHead)), head);
        }
        out.println("Signed with the key " + head.keyId + (named ? "." : "; compare it with the published one."));
    }

    // 1. the files

    /** @return the key with which the list of the manifests is signed */
    private byte[] signature() throws IOException, Refused {
        String file = "signature.json";
        Map<?, ?> json = parsed(new String(bytes(file), StandardCharsets.UTF_8), file);
        byte[] key = base64(text(json, "publicKey"), file);
        byte[] signature = base64(text(json, "signature"), file);
        checkSignature(key, signature, bytes("tagmanifest-sha256.txt"), file);
        check(text(json, "keyId").equals(idOf(key)), file + ": the key has another id");
        // Base64 can be written in several ways: the file is to be written in one
        String only = "{\"keyId\":\"" + idOf(key) + "\",\"publicKey\":\"" + base64(key) + "\",\"signature\":\""
                + base64(signature) + "\"}\n";
        check(Arrays.equals(bytes(file), only.getBytes(StandardCharsets.UTF_8)), file + ": altered");
        return key;
    }

    /** Every file is in a manifest, and every file of a manifest is there and has its hash. */
    private void files() throws IOException, Refused {
        Set<String> unlisted = names();
        int tags = manifest("tagmanifest-sha256.txt", unlisted);
        check(!unlisted.contains("manifest-sha256.txt"), "tagmanifest-sha256.txt: the payload's manifest is missing");
        int payload = manifest("manifest-sha256.txt", unlisted);
        unlisted.removeAll(Set.of("tagmanifest-sha256.txt", "signature.json"));
        check(unlisted.isEmpty(), unlisted + ": in no manifest");
        out.println((tags + payload) + " files have the hashes of their manifests.");
    }

    /** All of them within the bag's folder, none twice. */
    private Set<String> names() throws Refused {
        Set<String> names = new TreeSet<>();
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            check(
                    name.startsWith(folder) && !name.startsWith("/") && !name.matches("(.*/)?\\.\\.(/.*)?|.*\\\\.*"),
                    name + ": outside the bag");
            check(names.add(name.substring(folder.length())), name + ": there twice");
        }
        return names;
    }

    /** @return how many files it lists; they are taken out of those that are still unlisted */
    private int manifest(String manifest, Set<String> unlisted) throws IOException, Refused {
        String text = new String(bytes(manifest), StandardCharsets.UTF_8);
        int files = 0;
        for (String line : text.strip().split("\n", -1)) {
            files++;
            check(line.matches("[0-9a-f]{64}  .+"), manifest + ": not a line of a manifest: " + line);
            String file = line.substring(66);
            check(unlisted.remove(file), file + ": missing");
            check(hashOf(file).equals(line.substring(0, 64)), file + ": altered");
        }
        return files;
    }

    // 2. the head

    /** What the whole journal came to when it had this size. */
    record Head(String keyId, String root, long size) {

        static Head of(Map<?, ?> json) throws Refused {
            return new Head(text(json, "keyId"), text(json, "root"), number(json, "size"));
        }
    }

    private Head signedHead(byte[] key) throws IOException, Refused {
        String file = "data/head.json";
        Map<?, ?> json = parsed(new String(bytes(file), StandardCharsets.UTF_8), file);
        Head head = Head.of(json);
        check(head.keyId.equals(idOf(key)), file + ": signed with another key than the dossier");
        byte[] signature = base64(text(json, "signature"), file);
        checkSignature(key, signature, signedText(head, text(json, "sealedAt")), file);
        return head;
    }

    static byte[] signedText(Head head, String sealedAt) {
        String text = "{\"keyId\":\"" + head.keyId + "\",\"root\":\"" + head.root + "\",\"sealedAt\":\"" + sealedAt
                + "\",\"size\":" + head.size + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // 3. the history

    /**
     * Walks down the lines: a change set, which names its changes, and beneath it those of them that are here.
     *
     * @return what it tells of that is kept in other files
     */
    private Told history(Head head) throws IOException, Refused {
        Told told = new Told(new TreeSet<>(), new HashSet<>());
        ChangeSet set = new ChangeSet(-1, -1, List.of());
        long sets = 0;
        long changes = 0;
        long lastPosition = -1;
        try (Lines lines = new Lines("data/history.jsonl");
                Lines proofs = new Lines("data/proofs.jsonl")) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Map<?, ?> read = parsed(line, lines.where());
                if (read.get("changes") instanceof List<?> named) {
                    sets++;
                    long leaf = provedLeaf(line, number(read, "id"), head, lines.where(), proofs);
                    check(leaf > set.leaf, lines.where() + ": out of order");
                    set = new ChangeSet(number(read, "id"), leaf, named);
                    lastPosition = -1;
                } else {
                    changes++;
                    long position = change(line, read, set, lines.where());
                    check(position > lastPosition, lines.where() + ": out of order");
                    lastPosition = position;
                    documentIn(read, told.documents);
                    commitmentsIn(read, told.commitments);
                }
            }
            check(proofs.next() == null, proofs.where() + ": proves nothing that is here");
        }
        out.println(sets + " change sets are leaves of the sealed journal of " + head.size + "; " + changes
                + " of their changes are here.");
        return told;
    }

    /** Hashes of documents, and commitments to what is said of persons. */
    private record Told(Set<String> documents, Set<String> commitments) {}

    private record ChangeSet(long id, long leaf, List<?> changes) {}

    /** @return number of the leaf that the change set is, as the next proof shows */
    private static long provedLeaf(String line, long set, Head head, String where, Lines proofs)
            throws IOException, Refused {
        String next = proofs.next();
        check(next != null, where + ": has no proof");
        Map<?, ?> proof = parsed(String.valueOf(next), proofs.where());
        long leaf = number(proof, "leaf");
        check(number(proof, "set") == set, where + ": its proof is for another change set");
        check(leaf >= 0 && leaf < head.size, where + ": no proof");
        Roots roots = climb(leaf, head.size - 1, leafHash(line), path(proof, where), where);
        check(roots.later.equals(head.root), where + ": not in the sealed journal (change set " + set + ")");
        return leaf;
    }

    /** @return position within the set, which names the change there by its hash */
    private static long change(String line, Map<?, ?> read, ChangeSet set, String where) throws Refused {
        long position = number(read, "position");
        check(number(read, "set") == set.id, where + ": stands under another change set than its own");
        check(position >= 0 && position < set.changes.size(), where + ": out of order");
        boolean sealed = hex(leafHash(line)).equals(set.changes.get((int) position));
        check(sealed, where + ": not the change that was sealed (" + read.get("reference") + ")");
        return position;
    }

    private static void documentIn(Map<?, ?> change, Set<String> documents) {
        if ("Document".equals(change.get("entity")) && change.get("after") instanceof Map<?, ?> after) {
            documents.add(String.valueOf(after.get("sha256")));
        }
    }

    private static void commitmentsIn(@Nullable Object value, Set<String> commitments) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get("personal") instanceof String commitment) {
                commitments.add(commitment);
            }
            map.values().forEach(member -> commitmentsIn(member, commitments));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> commitmentsIn(item, commitments));
        }
    }

    // 4. the documents, the persons, and what the server found

    /** No document is here that the journal does not name, or whose bytes are others than the journal says. */
    private void documents(Set<String> journaled) throws IOException, Refused {
        int found = 0;
        for (String name : names()) {
            if (name.startsWith("data/documents/")) {
                found++;
                String hash = name.substring("data/documents/".length());
                check(journaled.contains(hash), name + ": the journal knows no such document");
                check(hashOf(name).equals(hash), name + ": altered");
            }
        }
        out.println(found + " documents have the hashes that the journal gives.");
    }

    /** Each commitment has a line that opens it, or says when what it stood for was erased. */
    private void persons(Set<String> commitments) throws IOException, Refused {
        String file = "data/personal.jsonl";
        Set<String> missing = new TreeSet<>(commitments);
        int erased = 0;
        // dossiers of versions 1 and 2 have no such file
        if (zip.getEntry(folder + file) != null) {
            try (Lines lines = new Lines(file)) {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    Map<?, ?> read = parsed(line, lines.where());
                    String commitment = text(read, "commitment");
                    check(missing.remove(commitment), lines.where() + ": the journal has no such commitment");
                    if (read.get("opening") instanceof String opening) {
                        String hash = hex(sha256(opening.getBytes(StandardCharsets.UTF_8)));
                        check(hash.equals(commitment), lines.where() + ": not what the journal was committed to");
                    } else {
                        check(read.get("erasedOn") instanceof String, lines.where() + ": neither opened nor erased");
                        erased++;
                    }
                }
            }
        }
        check(
                missing.isEmpty(),
                file + ": nothing about " + missing.stream().findFirst().orElse(""));
        out.println(
                commitments.size() + " things said of persons are what was sealed; " + erased + " of them are erased.");
    }

    /** What the server could not put into the dossier, because it was no longer as it was sealed. */
    private void findings() throws IOException, Refused {
        // dossiers of version 1 have no such file
        if (zip.getEntry(folder + "data/findings.jsonl") != null) {
            try (Lines lines = new Lines("data/findings.jsonl")) {
                String first = lines.next();
                check(first == null, lines.where() + ": the server found its journal bent: " + first);
            }
        }
    }

    // 5. the head that was kept

    /** The journal of the head that was kept is the beginning of this one. */
    private void continues(Head kept, Head head) throws IOException, Refused {
        check(kept.keyId.equals(head.keyId), "data/head.json: signed with another key than the head kept");
        check(kept.size > 0, "the head kept is the head of nothing");
        check(
                kept.size <= head.size,
                "the dossier holds to a head of " + head.size
                        + " change sets, older than the head kept; ask for it with head=" + kept.size
                        + ", and if there is none, the journal has shrunk");
        try (Lines lines = new Lines("data/consistency.jsonl")) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Map<?, ?> read = parsed(line, lines.where());
                if (read.get("from") instanceof Map<?, ?> from && number(from, "size") == kept.size) {
                    boolean same = text(from, "root").equals(kept.root);
                    check(same, lines.where() + ": the journal was another one when the head was kept");
                    checkConsistent(kept, head, path(read, lines.where()), lines.where());
                    out.println("The journal begins with the one of " + kept.size + " change sets that was kept.");
                    return;
                }
            }
        }
        throw new Refused("data/consistency.jsonl: nothing about a head of " + kept.size
                + " change sets; fetch history/proof/consistency, or use a head that was handed out later");
    }

    // the tree

    /** [RFC 9162, section 2.1.4.2] */
    static void checkConsistent(Head earlier, Head later, List<byte[]> path, String where) throws Refused {
        if (earlier.size == later.size) {
            check(earlier.root.equals(later.root), where + ": two roots for one journal");
            return;
        }
        List<byte[]> steps = new ArrayList<>(path);
        if (Long.bitCount(earlier.size) == 1) {
            steps.add(0, hash(earlier.root, where));
        }
        check(!steps.isEmpty(), where + ": no proof");
        // the earlier tree's last leaf, taken up to the top of the largest whole tree that it closes
        int level = Long.numberOfTrailingZeros(earlier.size);
        Roots roots = climb(
                (earlier.size - 1) >> level,
                (later.size - 1) >> level,
                steps.get(0),
                steps.subList(1, steps.size()),
                where);
        check(
                roots.earlier.equals(earlier.root) && roots.later.equals(later.root),
                where + ": the journal does not begin with the one that was kept");
    }

    /** Of the tree that ends with a node, and of the whole tree. */
    record Roots(String earlier, String later) {}

    /** From a node up to the root [RFC 9162, sections 2.1.3.2 and 2.1.4.2], which go the same way. */
    static Roots climb(long node, long last, byte[] hash, List<byte[]> path, String where) throws Refused {
        long fn = node;
        long sn = last;
        byte[] earlier = hash;
        byte[] later = hash;
        for (byte[] step : path) {
            check(sn > 0, where + ": its proof is too long");
            if ((fn & 1) == 1 || fn == sn) {
                earlier = nodeHash(step, earlier);
                later = nodeHash(step, later);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                later = nodeHash(later, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        check(sn == 0, where + ": its proof is too short");
        return new Roots(hex(earlier), hex(later));
    }

    static byte[] leafHash(String line) {
        return sha256(new byte[] {0}, line.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] nodeHash(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static List<byte[]> path(Map<?, ?> proof, String where) throws Refused {
        List<byte[]> hashes = new ArrayList<>();
        for (Object item : proof.get("path") instanceof List<?> list ? list : List.of()) {
            hashes.add(hash(item, where));
        }
        return hashes;
    }

    private static byte[] hash(@Nullable Object text, String where) throws Refused {
        check(text instanceof String hex && hex.matches("[0-9a-f]{64}"), where + ": not a hash: " + text);
        return HexFormat.of().parseHex(String.valueOf(text));
    }

    // signatures and hashes

    static void checkSignature(byte[] key, byte[] signature, byte[] text, String where) throws Refused {
        boolean valid;
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            ed25519.update(text);
            valid = ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            valid = false;
        }
        check(valid, where + ": the signature does not hold");
    }

    static String idOf(byte[] key) {
        return hex(sha256(key));
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private String hashOf(String file) throws IOException, Refused {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(open(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException e) {
            throw new Refused(file + ": damaged");
        }
        return hex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] base64(String text, String where) throws Refused {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(where + ": not Base64");
        }
    }

    // reading

    private byte[] bytes(String name) throws IOException, Refused {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST);
            check(bytes.length < LARGEST, name + ": too large");
            return bytes;
        }
    }

    /** A file's lines, one after the other. */
    private final class Lines implements AutoCloseable {

        private final String name;
        private final BufferedReader reader;
        private long number;

        Lines(String name) throws IOException, Refused {
            this.name = name;
            this.reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
        }

        /** Without its LF, or null at the end. */
        @Nullable
        String next() throws IOException, Refused {
            number++;
            StringBuilder line = new StringBuilder();
            int sign = reader.read();
            if (sign < 0) {
                return null;
            }
            for (; sign >= 0 && sign != '\n'; sign = reader.read()) {
                line.append((char) sign);
                check(line.length() < LARGEST, where() + ": too long");
            }
            return line.toString();
        }

        String where() {
            return name + ", line " + number;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private InputStream open(String name) throws IOException, Refused {
        ZipEntry entry = zip.getEntry(folder + name);
        if (entry == null) {
            throw new Refused(name + ": missing");
        }
        return zip.getInputStream(entry);
    }

    static Map<?, ?> parsed(String text, String where) throws Refused {
        try {
            if (Json.read(text.strip()) instanceof Map<?, ?> object) {
                return object;
            }
        } catch (RuntimeException e) {
            throw new Refused(where + ": not JSON");
        }
        throw new Refused(where + ": not an object");
    }

    static String text(Map<?, ?> object, String name) throws Refused {
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

    private static void check(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }

    /** Something does not hold. */
    static final class Refused extends Exception {
        Refused(String what) {
            super(what);
        }
    }

    /** JSON as far as dossiers have it: objects, lists, texts, whole numbers, true, false, null; no spaces between. */
    private static final class Json {

        private static final int DEEPEST = 100;

        private final String text;
        private int at;
        private int depth;

        private Json(String text) {
            this.text = text;
        }

        static @Nullable Object read(String text) {
            Json json = new Json(text);
            Object value = json.value();
            expect(json.at == text.length());
            return value;
        }

        private @Nullable Object value() {
            expect(++depth <= DEEPEST);
            Object value =
                    switch (text.charAt(at)) {
                        case '{' -> object();
                        case '[' -> list();
                        case '"' -> string();
                        case 't' -> word("true", true);
                        case 'f' -> word("false", false);
                        case 'n' -> word("null", null);
                        default -> number();
                    };
            depth--;
            return value;
        }

        private Map<String, @Nullable Object> object() {
            Map<String, @Nullable Object> members = new TreeMap<>();
            each('}', () -> {
                String name = string();
                expect(text.charAt(at++) == ':' && !members.containsKey(name));
                members.put(name, value());
            });
            return members;
        }

        private List<@Nullable Object> list() {
            List<@Nullable Object> items = new ArrayList<>();
            each(']', () -> items.add(value()));
            return items;
        }

        /** From the bracket where it begins to the one where it ends. */
        private void each(char end, Runnable item) {
            if (text.charAt(++at) == end) {
                at++;
                return;
            }
            do {
                item.run();
                expect(text.charAt(at) == ',' || text.charAt(at) == end);
            } while (text.charAt(at++) == ',');
        }

        private String string() {
            expect(text.charAt(at++) == '"');
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
                case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
                default -> sign;
            };
        }

        private @Nullable Object word(String word, @Nullable Object value) {
            expect(text.startsWith(word, at));
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

        private static void expect(boolean holds) {
            if (!holds) {
                throw new IllegalArgumentException();
            }
        }
    }
}
