package org.kizuna.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Checks a cooperation dossier: {@code java -jar kizuna-verify.jar DOSSIER.zip [--head HEAD.json] [--key KEY]}.
 *
 * <ol>
 *   <li>The file is one archive, read the same way from its beginning and from its end.
 *   <li>It has the files of its version and no others; each is what the manifests say, and the signature stands for them.
 *   <li>The tree's head is signed with the same key.
 *   <li>Each change set in {@code history.jsonl} is a leaf of the journal's Merkle tree [RFC 9162], in the tree's
 *       order, and each change beneath it is one that the set names.
 *   <li>Each document has the hash that its record in the journal gives, and none is missing; each commitment to
 *       something said of a person is opened, or was erased.
 *   <li>The server itself found nothing wrong when it made the dossier.
 *   <li>The table, the totals, the state, the rates and the journal's side of the reconciliation follow from the history.
 *   <li>With {@code --key}, the key is the one that was published: its fingerprint, or the file that
 *       {@code GET history/key} gives. With {@code --head}, the tree begins with the one whose head was kept from before.
 *   <li>No change set says that it is older than a head that does not cover it, or younger than one that does.
 * </ol>
 *
 * <p>Ends with 0 when all of it holds; with 1 and the first thing that does not; with 2 when there is nothing to check;
 * with 3 when it all holds but neither key nor head was given: then the file is whole, and anybody can have made it. The
 * format is told in {@code dossier-format.md}. From here on, what is called stands below what calls it.
 */
public final class KizunaVerify {

    /** Characters of a line, bytes of a file that is read whole: more than any dossier has. */
    private static final int LARGEST = 1 << 26;

    /** More than any transaction may take; a dossier names the server's own bound. */
    private static final long MOST_SLACK = 3600;

    private static final int NEWEST_VERSION = 4;

    /** The files of the bag, with the version that brought each. */
    private static final Map<String, Integer> FILES = Map.ofEntries(
            Map.entry("bagit.txt", 1),
            Map.entry("bag-info.txt", 1),
            Map.entry("manifest-sha256.txt", 1),
            Map.entry("tagmanifest-sha256.txt", 1),
            Map.entry("signature.json", 1),
            Map.entry("data/history.jsonl", 1),
            Map.entry("data/proofs.jsonl", 1),
            Map.entry("data/head.json", 1),
            Map.entry("data/consistency.jsonl", 1),
            Map.entry("data/history.csv", 1),
            Map.entry("data/control-totals.json", 1),
            Map.entry("data/request.json", 1),
            Map.entry("data/report.html", 1),
            Map.entry("data/history.xlsx", 2),
            Map.entry("data/reconciliation.json", 2),
            Map.entry("data/state.jsonl", 2),
            Map.entry("data/rates.jsonl", 2),
            Map.entry("data/codelists.json", 2),
            Map.entry("data/findings.jsonl", 2),
            Map.entry("data/personal.jsonl", 3),
            Map.entry("data/report.pdf", 3),
            Map.entry("data/vocabulary.json", 4),
            Map.entry("data/check.json", 4));

    private final ZipFile zip;
    private final String folder;
    private final PrintStream out;
    private int version;

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
            out.println("Usage: java -jar kizuna-verify.jar DOSSIER.zip [--head HEAD.json] [--key KEY-ID or KEY.json]");
            return 2;
        }
        Head head;
        String key;
        try {
            head = keptHead == null ? null : Head.of(json(Path.of(keptHead)));
            key = publishedKey == null ? null : fingerprint(publishedKey);
        } catch (IOException | RuntimeException | Refused e) {
            out.println("UNREADABLE: what --head or --key names: " + e.getMessage());
            return 2;
        }
        return run(Path.of(files.get(0)), head, key, out);
    }

    private static int run(Path file, @Nullable Head keptHead, @Nullable String key, PrintStream out) {
        try {
            Archive.check(file);
        } catch (Refused e) {
            out.println("REFUSED: " + e.getMessage());
            return 1;
        } catch (IOException | RuntimeException e) {
            out.println("REFUSED: the file can't be read as a dossier: " + e);
            return 2;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new KizunaVerify(zip, out).verify(keptHead, key);
        } catch (Refused e) {
            out.println("REFUSED: " + e.getMessage());
            return 1;
        } catch (IOException | RuntimeException e) {
            out.println("REFUSED: the file can't be read as a dossier: " + e);
            return 1;
        }
        if (key == null && keptHead == null) {
            out.println("INTEGRITY ONLY, NOT AUTHENTICATED: the file is whole, but anybody can have made it. Give the"
                    + " published key with --key, or a head that was kept with --head.");
            return 3;
        }
        out.println("The dossier holds.");
        return 0;
    }

    private static @Nullable String option(String name, List<String> arguments) {
        int at = arguments.indexOf(name);
        if (at < 0 || at + 1 == arguments.size()) {
            return null;
        }
        arguments.remove(at);
        return arguments.remove(at);
    }

    private static Map<?, ?> json(Path file) throws IOException, Refused {
        return parsed(Json.compact(Files.readString(file)), file.toString());
    }

    /** A key's fingerprint, given itself or as the file with the key. */
    private static String fingerprint(String given) throws IOException, Refused {
        return given.matches("[0-9a-fA-F]{64}")
                ? given.toLowerCase(Locale.ROOT)
                : idOf(base64(text(json(Path.of(given)), "publicKey"), given));
    }

    private void verify(@Nullable Head kept, @Nullable String publishedKey) throws IOException, Refused {
        version = version();
        byte[] key = signature();
        files();
        Head head = signedHead(key);
        check(
                publishedKey == null || head.keyId.equals(publishedKey),
                "the dossier is signed with the key " + head.keyId + ", not " + publishedKey);
        request(head);
        Ages ages = ages(kept, head, key);
        Told told = history(head, ages);
        documents(told);
        Map<String, String> persons = persons(told.commitments);
        findings();
        boolean whole = recomputed(persons);
        out.println("Signed with the key " + head.keyId + (publishedKey == null ? "." : ", which is the one given."));
        covered(whole);
    }

    /** Says for every file what it stands on. */
    private void covered(boolean whole) throws Refused {
        Set<String> proved = Set.of("data/history.jsonl", "data/proofs.jsonl", "data/head.json", "data/personal.jsonl");
        Set<String> recomputed =
                Set.of("data/history.csv", "data/control-totals.json", "data/state.jsonl", "data/rates.jsonl");
        for (String name : names()) {
            if (name.startsWith("data/") && !name.startsWith("data/documents/")) {
                String stands = "signed by the server, not covered by proofs";
                if (proved.contains(name)) {
                    stands = "proved";
                } else if (name.equals("data/consistency.jsonl")) {
                    stands = "proved, as far as heads were given";
                } else if (name.equals("data/reconciliation.json")) {
                    stands = "the journal's side recomputed, the live side not covered";
                } else if (recomputed.contains(name) && (whole || !name.equals("data/state.jsonl"))) {
                    stands = name.equals("data/state.jsonl")
                            ? "recomputed, but for how a record stood on the day"
                            : "recomputed";
                }
                out.println("  " + name + ": " + stands);
            }
        }
        out.println("  data/documents: proved");
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

    private int version() throws IOException, Refused {
        String info = new String(bytes("bag-info.txt"), StandardCharsets.UTF_8);
        Matcher named = Pattern.compile("^Kizuna-Dossier-Version: ([0-9]{1,3})$", Pattern.MULTILINE)
                .matcher(info);
        check(named.find(), "bag-info.txt: names no version");
        int found = Integer.parseInt(named.group(1));
        check(
                found >= 1 && found <= NEWEST_VERSION,
                "bag-info.txt: version " + found + " is not known here; use a newer verifier");
        return found;
    }

    /** Every file is in a manifest, every file of the version is there and no other, and each has its hash. */
    private void files() throws IOException, Refused {
        Set<String> unlisted = names();
        int tags = manifest("tagmanifest-sha256.txt", unlisted);
        check(!unlisted.contains("manifest-sha256.txt"), "tagmanifest-sha256.txt: the payload's manifest is missing");
        int payload = manifest("manifest-sha256.txt", unlisted);
        unlisted.removeAll(Set.of("tagmanifest-sha256.txt", "signature.json"));
        check(unlisted.isEmpty(), unlisted + ": in no manifest");
        Set<String> names = names();
        for (Map.Entry<String, Integer> file : FILES.entrySet()) {
            boolean due = file.getValue() <= version;
            check(!due || names.contains(file.getKey()), file.getKey() + ": missing");
            names.removeAll(due ? Set.of(file.getKey()) : Set.of());
        }
        names.removeIf(name -> name.matches("data/documents/[0-9a-f]{64}"));
        check(names.isEmpty(), names + ": no file of a dossier of version " + version);
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
    record Head(String keyId, String root, long size, String sealedAt) {

        static Head of(Map<?, ?> json) throws Refused {
            return new Head(text(json, "keyId"), text(json, "root"), number(json, "size"), text(json, "sealedAt"));
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

    /** The question names the head that it was answered with. */
    private void request(Head head) throws IOException, Refused {
        String file = "data/request.json";
        Map<?, ?> request = parsed(new String(bytes(file), StandardCharsets.UTF_8), file);
        check(number(request, "head") == head.size, file + ": asked about another head");
    }

    /** When heads were sealed, by their sizes, and how much later than recorded a set may be sealed. */
    private record Ages(TreeMap<Long, Instant> sealedAt, boolean all, long slack) {

        /** @param leaf number of the leaf that the change set is */
        void check(Map<?, ?> set, long leaf, String where) throws Refused {
            Instant recorded = moment(text(set, "recordedAt"), where);
            Map.Entry<Long, Instant> before = sealedAt.floorEntry(leaf);
            KizunaVerify.check(
                    before == null || !recorded.isBefore(before.getValue().minusSeconds(slack)),
                    where + ": says that it was recorded at " + recorded + ", but the head of "
                            + (before == null ? "" : before.getKey() + ", sealed at " + before.getValue())
                            + ", does not cover it");
            Map.Entry<Long, Instant> sealed = sealedAt.higherEntry(leaf);
            KizunaVerify.check(
                    !all || sealed == null || !recorded.isAfter(sealed.getValue()),
                    where + ": says that it was recorded at " + recorded + ", after it was sealed");
        }
    }

    /** The heads that bind when a change set can have been recorded: the one that was kept, and those that it names. */
    private Ages ages(@Nullable Head kept, Head head, byte[] key) throws IOException, Refused {
        TreeMap<Long, Instant> sealedAt = new TreeMap<>();
        // before version 4 a server that had been away gave what waited several heads at once
        boolean all = version >= 4;
        if (all) {
            sealedAt.put(head.size, moment(head.sealedAt, "data/head.json"));
            earlierHeads(head, key, sealedAt);
        }
        if (kept != null) {
            continues(kept, head, key);
            sealedAt.put(kept.size, moment(kept.sealedAt, "the head kept"));
        }
        long slack = all ? Math.min(MOST_SLACK, number(checked(), "longestTransaction")) : MOST_SLACK;
        if (!sealedAt.isEmpty()) {
            out.println("No change set is older than a head that does not cover it, allowing " + slack
                    + " seconds for the longest transaction.");
        }
        return new Ages(sealedAt, all, slack);
    }

    private void earlierHeads(Head head, byte[] key, Map<Long, Instant> sealedAt) throws IOException, Refused {
        try (Lines lines = new Lines("data/consistency.jsonl")) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Map<?, ?> read = parsed(line, lines.where());
                if (read.get("from") instanceof Map<?, ?> from) {
                    Head earlier = Head.of(from);
                    if (earlier.keyId.equals(head.keyId)) {
                        byte[] signature = base64(text(from, "signature"), lines.where());
                        checkSignature(key, signature, signedText(earlier, earlier.sealedAt), lines.where());
                        checkConsistent(earlier, head, path(read, lines.where()), lines.where());
                        sealedAt.put(earlier.size, moment(earlier.sealedAt, lines.where()));
                    }
                }
            }
        }
    }

    private Map<?, ?> checked() throws IOException, Refused {
        String file = "data/check.json";
        return parsed(new String(bytes(file), StandardCharsets.UTF_8), file);
    }

    private static Instant moment(String text, String where) throws Refused {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(where + ": no moment: " + text);
        }
    }

    // 3. the history

    /**
     * Walks down the lines: a change set, which names its changes, and beneath it those of them that are here.
     *
     * @return what it tells of that is kept in other files
     */
    private Told history(Head head, Ages ages) throws IOException, Refused {
        Told told = new Told(new TreeMap<>(), new HashSet<>());
        long raw = 0;
        ChangeSet set = new ChangeSet(-1, -1, List.of());
        long sets = 0;
        long changes = 0;
        long lastPosition = -1;
        try (Lines lines = new Lines("data/history.jsonl");
                Lines proofs = new Lines("data/proofs.jsonl")) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Map<?, ?> read = parsed(line, lines.where());
                if (read.get("raw") instanceof Map<?, ?>) {
                    raw++;
                    long leaf = provedLeaf(line, number(read, "id"), head, lines.where(), proofs);
                    check(leaf > set.leaf, lines.where() + ": out of order");
                    set = new ChangeSet(number(read, "id"), leaf, List.of());
                } else if (read.get("changes") instanceof List<?> named) {
                    sets++;
                    long leaf = provedLeaf(line, number(read, "id"), head, lines.where(), proofs);
                    check(leaf > set.leaf, lines.where() + ": out of order");
                    ages.check(read, leaf, lines.where());
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
        check(raw == 0, "data/history.jsonl: " + raw + " change sets could not be read when they were sealed");
        return told;
    }

    /** Hashes of documents, by the number of each, and commitments to what is said of persons. */
    private record Told(Map<Long, String> documents, Set<String> commitments) {}

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

    private static void documentIn(Map<?, ?> change, Map<Long, String> documents) throws Refused {
        if ("Document".equals(change.get("entity")) && change.get("after") instanceof Map<?, ?> after) {
            if ("INSERT".equals(change.get("operation"))) {
                documents.put(number(change, "entityId"), String.valueOf(after.get("sha256")));
            }
            if (Boolean.TRUE.equals(after.get("withdrawn"))) {
                documents.remove(number(change, "entityId"));
            }
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

    /** The documents that the journal names are here, and no others, and their bytes are those that the journal says. */
    private void documents(Told told) throws IOException, Refused {
        Set<String> journaled = new TreeSet<>(told.documents.values());
        int found = 0;
        for (String name : names()) {
            if (name.startsWith("data/documents/")) {
                found++;
                String hash = name.substring("data/documents/".length());
                check(journaled.remove(hash), name + ": the journal knows no such document");
                check(hashOf(name).equals(hash), name + ": altered");
            }
        }
        check(journaled.isEmpty(), "data/documents: " + journaled + " missing");
        out.println(found + " documents have the hashes that the journal gives.");
    }

    /**
     * Each commitment has a line that opens it, or says when what it stood for was erased.
     *
     * @return what is told in the place of each
     */
    private Map<String, String> persons(Set<String> commitments) throws IOException, Refused {
        String file = "data/personal.jsonl";
        Set<String> missing = new TreeSet<>(commitments);
        Map<String, String> persons = new HashMap<>();
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
                        persons.put(commitment, opened(opening, lines.where()));
                    } else {
                        check(read.get("erasedOn") instanceof String, lines.where() + ": neither opened nor erased");
                        persons.put(commitment, "erased on " + read.get("erasedOn"));
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
        return persons;
    }

    /** The last of salt, person and value. */
    private static String opened(String opening, String where) throws Refused {
        try {
            if (Json.read(opening) instanceof List<?> list && list.size() == 3 && list.get(2) instanceof String value) {
                return value;
            }
        } catch (RuntimeException e) {
            throw new Refused(where + ": not an opening");
        }
        throw new Refused(where + ": not an opening");
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
        if (version >= 4) {
            Map<?, ?> checked = checked();
            check(
                    number(checked, "findings") == 0 && number(checked, "findingsSince") == 0,
                    "data/check.json: the server found its journal bent");
            out.println("The server checked all " + number(checked, "size") + " change sets at "
                    + text(checked, "checkedAt") + ", and those from " + number(checked, "since")
                    + " on before it made the dossier; it found nothing.");
        }
    }

    // 5. what follows from the history

    /**
     * The table, the totals, the state, the rates and the journal's sums, made again.
     *
     * @param persons what is told in the place of each commitment
     * @return whether the state could be made again: not of a dossier of some days only, which lacks what was before
     */
    private boolean recomputed(Map<String, String> persons) throws IOException, Refused {
        String request = "data/request.json";
        Map<?, ?> asked = parsed(new String(bytes(request), StandardCharsets.UTF_8), request);
        boolean whole = asked.get("from") == null && asked.get("to") == null;
        Words words = new Words();
        if (version >= 4) {
            String file = "data/vocabulary.json";
            words.read(parsed(new String(bytes(file), StandardCharsets.UTF_8), file));
        }
        Totals totals = new Totals(version >= 4);
        State state = new State(words);
        try (Lines lines = new Lines("data/history.jsonl");
                TableText table = new TableText("data/history.csv")) {
            Map<?, ?> set = Map.of();
            for (String line = lines.next(); line != null; line = lines.next()) {
                Map<?, ?> read = parsed(line, lines.where());
                if (read.get("changes") instanceof List<?> named) {
                    set = read;
                    if (named.isEmpty()) {
                        totals.note(table, Change.note(words, set, lines.where()));
                    }
                } else {
                    Change change = Change.of(words, persons, set, read);
                    totals.change(table, change);
                    state.lay(change);
                }
            }
            totals.close(table);
        }
        same("data/control-totals.json", Json.write(new TreeMap<>(totals.figures())) + "\n");
        if (version >= 2) {
            same("data/rates.jsonl", totals.rateLines());
            reconciled(totals);
            if (whole) {
                state.check(this);
            }
        }
        out.println("Table, totals, rates and the journal's sums follow from the history"
                + (whole && version >= 2
                        ? ", and so does the state."
                        : "; the state is not covered, as changes before the period are not here."));
        return whole;
    }

    private void same(String file, String text) throws IOException, Refused {
        check(
                Arrays.equals(bytes(file), text.getBytes(StandardCharsets.UTF_8)),
                file + ": does not follow from the history");
    }

    private void reconciled(Totals totals) throws IOException, Refused {
        String file = "data/reconciliation.json";
        Map<?, ?> sums = parsed(new String(bytes(file), StandardCharsets.UTF_8), file);
        Set<String> names = new TreeSet<>(totals.sums.keySet());
        sums.keySet().forEach(name -> names.add(String.valueOf(name)));
        for (String name : names) {
            BigDecimal expected = totals.sums.getOrDefault(name, BigDecimal.ZERO);
            check(sums.get(name) instanceof Map<?, ?>, file + ": nothing about " + name);
            Map<?, ?> sum = (Map<?, ?>) Objects.requireNonNull(sums.get(name));
            check(decimal(sum, "journal", file).compareTo(expected) == 0, file + ": the journal comes to " + expected);
            BigDecimal difference = decimal(sum, "live", file).subtract(expected);
            check(decimal(sum, "difference", file).compareTo(difference) == 0, file + ": " + name + " does not add up");
        }
    }

    private static BigDecimal decimal(Map<?, ?> sum, String name, String where) throws Refused {
        try {
            return new BigDecimal(text(sum, name));
        } catch (NumberFormatException e) {
            throw new Refused(where + ": no number: " + sum.get(name));
        }
    }

    /** A change, or a note, under the names that the dossier speaks, with what it says of persons. */
    private record Change(
            Map<?, ?> set,
            String action,
            String entity,
            long entityId,
            @Nullable Object operation,
            @Nullable Object reference,
            @Nullable Object version,
            long position,
            Map<?, ?> before,
            Map<?, ?> after) {

        static Change of(Words words, Map<String, String> persons, Map<?, ?> set, Map<?, ?> read) throws Refused {
            String kind = words.kinds.getOrDefault(text(read, "entity"), text(read, "entity"));
            return new Change(
                    set,
                    words.actions.getOrDefault(text(set, "action"), text(set, "action")),
                    kind,
                    number(read, "entityId"),
                    read.get("operation"),
                    read.get("reference"),
                    read.get("version"),
                    number(read, "position"),
                    values(words, persons, kind, read.get("before")),
                    values(words, persons, kind, read.get("after")));
        }

        static Change note(Words words, Map<?, ?> set, String where) throws Refused {
            Map<?, ?> detail = set.get("detail") instanceof String text ? parsed(text, where) : Map.of();
            String action = words.actions.getOrDefault(text(set, "action"), text(set, "action"));
            return new Change(set, action, "NOTE", 0, null, null, null, 0, Map.of(), detail);
        }

        private static Map<?, ?> values(
                Words words, Map<String, String> persons, String kind, @Nullable Object values) {
            return words.now(kind, told(values, persons)) instanceof Map<?, ?> now ? now : Map.of();
        }

        private static @Nullable Object told(@Nullable Object value, Map<String, String> persons) {
            if (value instanceof List<?> list) {
                List<@Nullable Object> told = new ArrayList<>();
                list.forEach(item -> told.add(told(item, persons)));
                return told;
            }
            if (value instanceof Map<?, ?> map) {
                if (map.size() == 1 && map.get("personal") instanceof String said && persons.containsKey(said)) {
                    return persons.get(said);
                }
                Map<String, @Nullable Object> told = new TreeMap<>();
                map.forEach((name, member) -> told.put(String.valueOf(name), told(member, persons)));
                return told;
            }
            return value;
        }

        boolean isInsert() {
            return "INSERT".equals(operation);
        }

        /** As a table shows it; null where there is nothing to show. */
        static @Nullable String shown(@Nullable Object value) {
            if (value == null || (value instanceof List<?> list && list.isEmpty())) {
                return null;
            }
            return value instanceof String text ? text : Json.write(value);
        }
    }

    /** Compares a comma-separated file, from its beginning on, with what should stand there. */
    private final class TableText implements AutoCloseable {

        private static final String HEADER = "sequence,position,recorded_at_utc,actor,role,channel,action,reason,"
                + "record_kind,record_reference,operation,version,field,before,after";

        private final String name;
        private final BufferedReader reader;
        private long row;

        TableText(String name) throws IOException, Refused {
            this.name = name;
            this.reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
            expect("\uFEFF" + HEADER + "\r\n");
        }

        void row(@Nullable Object... cells) throws IOException, Refused {
            List<String> texts = new ArrayList<>();
            for (Object cell : cells) {
                texts.add(cell(cell == null ? "" : cell.toString()));
            }
            expect(String.join(",", texts) + "\r\n");
        }

        /** A text that a spreadsheet program would take for a formula has an apostrophe before it. */
        private static String cell(String text) {
            boolean formula = !text.isEmpty()
                    && "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0
                    && !text.matches("[+-]?\\d+([.,]\\d+)*");
            String safe = formula ? "'" + text : text;
            return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
        }

        private void expect(String text) throws IOException, Refused {
            char[] found = new char[text.length()];
            int length = 0;
            while (length < found.length) {
                int read = reader.read(found, length, found.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            check(
                    text.equals(new String(found, 0, length)),
                    name + ", row " + row + ": does not follow from the history");
            row++;
        }

        void end() throws IOException, Refused {
            check(reader.read() < 0, name + ", row " + row + ": does not follow from the history");
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /** Rows of the table, and what is counted and summed while they are compared. */
    private static final class Totals {

        private static final List<String> RATE = List.of("currency", "rateOn", "ratePerUsd", "rateSource");

        /** Whether what is summed is the figure as its source gives it, where one is kept beside the rounded one. */
        private final boolean exact;

        private long rows;
        private long changes;
        private long sets;
        private long notNumbers;
        private @Nullable Object lastSet;
        private final Map<String, BigDecimal> amounts = new TreeMap<>();
        private final Map<String, Long> rates = new TreeMap<>();

        /** What was entered in the ledger, by currency and measure. */
        private final Map<String, BigDecimal> sums = new TreeMap<>();

        Totals(boolean exact) {
            this.exact = exact;
        }

        void note(TableText table, Change note) throws IOException, Refused {
            rows(table, note);
        }

        void change(TableText table, Change change) throws IOException, Refused {
            rows(table, change);
            changes++;
            if (change.isInsert()) {
                amount(change);
                rate(change);
            }
        }

        private void rows(TableText table, Change change) throws IOException, Refused {
            if (!Objects.equals(lastSet, change.set.get("id"))) {
                lastSet = change.set.get("id");
                sets++;
            }
            boolean any = false;
            Set<String> names = new TreeSet<>();
            change.before.keySet().forEach(name -> names.add(String.valueOf(name)));
            change.after.keySet().forEach(name -> names.add(String.valueOf(name)));
            for (String name : names) {
                String before = Change.shown(change.before.get(name));
                String after = Change.shown(change.after.get(name));
                if (before != null || after != null) {
                    row(table, change, name, before, after);
                    any = true;
                }
            }
            if (!any) {
                row(table, change, "", null, null);
            }
        }

        private void row(TableText table, Change change, String field, @Nullable String before, @Nullable String after)
                throws IOException, Refused {
            rows++;
            Map<?, ?> set = change.set;
            table.row(
                    set.get("id"),
                    change.position,
                    set.get("recordedAt"),
                    set.get("actor"),
                    set.get("role"),
                    set.get("channel"),
                    change.action,
                    set.get("reason"),
                    change.entity,
                    change.reference,
                    change.operation,
                    change.version,
                    field,
                    before,
                    after);
        }

        private void amount(Change change) throws Refused {
            String rounded = Change.shown(change.after.get("amount"));
            String given = exact ? Change.shown(change.after.get("exactAmount")) : null;
            String amount = given == null ? rounded : given;
            String currency = Change.shown(change.after.get("currency"));
            String measure = Change.shown(change.after.get("measure"));
            if (amount == null) {
                return;
            }
            try {
                BigDecimal sum = new BigDecimal(amount);
                if (currency != null) {
                    amounts.merge(
                            ("amount " + currency + " " + (measure == null ? "" : measure)).strip(),
                            sum,
                            BigDecimal::add);
                }
                if (change.entity.equals("LedgerEntry")) {
                    sums.merge(currency + " " + measure, sum, BigDecimal::add);
                }
            } catch (NumberFormatException e) {
                notNumbers++;
            }
        }

        private void rate(Change change) {
            Map<String, @Nullable Object> rate = new TreeMap<>();
            RATE.forEach(name -> rate.put(name, Change.shown(change.after.get(name))));
            if (rate.get("ratePerUsd") != null) {
                rates.merge(Json.write(rate), 1L, Long::sum);
            }
        }

        String rateLines() {
            StringBuilder lines = new StringBuilder();
            rates.forEach((rate, times) -> lines.append(rate, 0, rate.length() - 1)
                    .append(",\"times\":")
                    .append(times)
                    .append("}\n"));
            return lines.toString();
        }

        Map<String, String> figures() {
            Map<String, String> figures = new LinkedHashMap<>();
            figures.put("rows", Long.toString(rows));
            figures.put("changes", Long.toString(changes));
            figures.put("change sets", Long.toString(sets));
            amounts.forEach((name, sum) -> figures.put(name, plain(sum)));
            if (notNumbers > 0) {
                figures.put("amounts that are no numbers", Long.toString(notNumbers));
            }
            return figures;
        }

        private String plain(BigDecimal sum) {
            BigDecimal plain = exact ? sum.stripTrailingZeros() : sum;
            return (exact && plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
        }

        void close(TableText table) throws IOException, Refused {
            for (Map.Entry<String, String> total : figures().entrySet()) {
                table.row(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "control total",
                        null,
                        "CONTROL",
                        null,
                        null,
                        null,
                        total.getKey(),
                        null,
                        total.getValue());
            }
            table.end();
        }
    }

    /** The records, change laid upon change. */
    private static final class State {

        /** Of these a dossier leaves out those that were not there yet on the day that was asked about. */
        private static final Set<String> DATED = Set.of("Agreement", "LedgerEntry", "IsidEvent");

        private final Words words;
        private final Map<String, TreeMap<Long, TreeMap<String, @Nullable Object>>> records = new TreeMap<>();

        State(Words words) {
            this.words = words;
        }

        void lay(Change change) {
            TreeMap<Long, TreeMap<String, @Nullable Object>> kind =
                    records.computeIfAbsent(change.entity, name -> new TreeMap<>());
            if ("DELETE".equals(change.operation)) {
                kind.remove(change.entityId);
                return;
            }
            TreeMap<String, @Nullable Object> line = kind.computeIfAbsent(change.entityId, id -> new TreeMap<>());
            Map<String, @Nullable Object> fields = new TreeMap<>();
            if (line.get("fields") instanceof Map<?, ?> before) {
                before.forEach((name, value) -> fields.put(String.valueOf(name), value));
            }
            if (change.isInsert()) {
                fields.putAll(words.before.getOrDefault(change.entity, Map.of()));
            }
            change.after.forEach((name, value) ->
                    fields.put(String.valueOf(name), words.completed(change.entity + "." + name, value)));
            fields.keySet().removeAll(words.ended.getOrDefault(change.entity + " " + change.action, Set.of()));
            line.put("entity", change.entity);
            line.put("entityId", change.entityId);
            line.put("fields", fields);
            line.put("reference", change.reference);
            line.put("version", change.version);
        }

        /** Every line is what the history comes to, but for how the record stood, and none is missing. */
        void check(KizunaVerify dossier) throws IOException, Refused {
            try (Lines lines = dossier.new Lines("data/state.jsonl")) {
                for (String line = lines.next(); line != null; line = lines.next()) {
                    Map<?, ?> read = parsed(line, lines.where());
                    TreeMap<Long, TreeMap<String, @Nullable Object>> kind =
                            records.getOrDefault(text(read, "entity"), new TreeMap<>());
                    TreeMap<String, @Nullable Object> record = kind.remove(number(read, "entityId"));
                    KizunaVerify.check(record != null, lines.where() + ": the history knows no such record");
                    TreeMap<String, @Nullable Object> expected = Objects.requireNonNull(record);
                    expected.put("stood", read.get("stood"));
                    KizunaVerify.check(
                            Json.write(expected).equals(line), lines.where() + ": does not follow from the history");
                }
            }
            for (Map.Entry<String, TreeMap<Long, TreeMap<String, @Nullable Object>>> kind : records.entrySet()) {
                KizunaVerify.check(
                        DATED.contains(kind.getKey()) || kind.getValue().isEmpty(),
                        "data/state.jsonl: nothing about " + kind.getKey() + " "
                                + kind.getValue().keySet());
            }
        }
    }

    /** What the journal called things before, and what records mean that were written before a field was there. */
    private static final class Words {

        private final Map<String, String> kinds = new HashMap<>();
        private final Map<String, String> actions = new HashMap<>();

        /** Today's name by kind, path and former name. */
        private final Map<String, String> fields = new HashMap<>();

        private final Map<String, String> constants = new HashMap<>();
        private final Map<String, String> types = new HashMap<>();

        /** By kind, or by kind and path for what stands within a field. */
        private final Map<String, Map<String, @Nullable Object>> before = new HashMap<>();

        /** By kind and the action of the migration that took them away. */
        private final Map<String, Set<String>> ended = new HashMap<>();

        void read(Map<?, ?> vocabulary) {
            former(vocabulary.get("kinds"), kinds, false);
            former(vocabulary.get("actions"), actions, false);
            former(vocabulary.get("constants"), constants, true);
            former(vocabulary.get("fields"), fields, true);
            if (vocabulary.get("fields") instanceof Map<?, ?> lines) {
                lines.forEach((name, line) -> field(String.valueOf(name), (Map<?, ?>) Objects.requireNonNull(line)));
            }
        }

        private static void former(@Nullable Object lines, Map<String, String> names, boolean dotted) {
            if (lines instanceof Map<?, ?> map) {
                map.forEach((name, line) -> {
                    String now = String.valueOf(name);
                    int dot = now.lastIndexOf('.');
                    if (line instanceof Map<?, ?> said && said.get("former") instanceof List<?> list) {
                        list.forEach(old -> names.put(
                                dotted ? now.substring(0, dot + 1) + old : String.valueOf(old),
                                dotted ? now.substring(dot + 1) : now));
                    }
                });
            }
        }

        private void field(String name, Map<?, ?> line) {
            int dot = name.lastIndexOf('.');
            String above = name.substring(0, dot);
            types.put(name, String.valueOf(line.get("type")).replaceFirst("^(list|set) of ", ""));
            if (line.get("before") != null) {
                before.computeIfAbsent(above, owner -> new TreeMap<>())
                        .put(name.substring(dot + 1), line.get("before"));
            } else if (line.containsKey("before") && above.contains(".")) {
                before.computeIfAbsent(above, owner -> new TreeMap<>()).put(name.substring(dot + 1), null);
            }
            if (line.get("until") instanceof String migration) {
                ended.computeIfAbsent(above + " Migration." + migration, owner -> new TreeSet<>())
                        .add(name.substring(dot + 1));
            }
        }

        /** The same under today's names. */
        @Nullable
        Object now(String path, @Nullable Object value) {
            if (value instanceof List<?> list) {
                List<@Nullable Object> now = new ArrayList<>();
                list.forEach(item -> now.add(now(path, item)));
                return now;
            }
            if (value instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> now = new TreeMap<>();
                map.forEach((name, member) -> {
                    String known = fields.getOrDefault(path + "." + name, String.valueOf(name));
                    now.put(known, now(path + "." + known, member));
                });
                return now;
            }
            return value instanceof String text ? constants.getOrDefault(types.get(path) + "." + text, text) : value;
        }

        /** The same with what was not there yet within it. */
        @Nullable
        Object completed(String path, @Nullable Object value) {
            if (value instanceof List<?> list) {
                List<@Nullable Object> now = new ArrayList<>();
                list.forEach(item -> now.add(completed(path, item)));
                return now;
            }
            if (value instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> now = new TreeMap<>(before.getOrDefault(path, Map.of()));
                map.forEach((name, member) -> now.put(String.valueOf(name), completed(path + "." + name, member)));
                return now;
            }
            return value;
        }
    }

    // 6. the head that was kept

    /** The journal of the head that was kept is the beginning of this one. */
    private void continues(Head kept, Head head, byte[] key) throws IOException, Refused {
        check(kept.keyId.equals(head.keyId), "data/head.json: signed with another key than the head kept");
        check(kept.size > 0, "the head kept is the head of nothing");
        check(
                kept.size <= head.size,
                "the dossier holds to a head of " + head.size
                        + " change sets, and the head kept is newer; ask for the dossier again with head=" + kept.size
                        + " (if the server has no such head, its journal has shrunk)");
        try (Lines lines = new Lines("data/consistency.jsonl")) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Map<?, ?> read = parsed(line, lines.where());
                if (read.get("from") instanceof Map<?, ?> from && number(from, "size") == kept.size) {
                    boolean same = text(from, "root").equals(kept.root);
                    check(same, lines.where() + ": the journal was another one when the head was kept");
                    same = text(from, "sealedAt").equals(kept.sealedAt);
                    check(same, lines.where() + ": the head was sealed at another time than the one kept");
                    byte[] signature = base64(text(from, "signature"), lines.where());
                    checkSignature(key, signature, signedText(kept, kept.sealedAt), lines.where());
                    checkConsistent(kept, head, path(read, lines.where()), lines.where());
                    out.println("The journal begins with the one of " + kept.size + " change sets that was kept.");
                    return;
                }
            }
        }
        throw new Refused("data/consistency.jsonl: nothing about a head of " + kept.size
                + " change sets; fetch history/proof/consistency, or use a head that was handed out later");
    }

    // the archive

    /**
     * One archive and nothing beside it: what a program finds that reads it from its beginning is what the directory at
     * its end lists, and no program takes an entry for a folder, a link or another name.
     */
    private static final class Archive {

        private final RandomAccessFile in;
        private long next;

        private Archive(RandomAccessFile in) {
            this.in = in;
        }

        static void check(Path file) throws IOException, Refused {
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r");
                    ZipFile readable = new ZipFile(file.toFile())) {
                KizunaVerify.check(readable.size() > 0, "the archive is empty");
                new Archive(in).read();
            }
        }

        private void read() throws IOException, Refused {
            long end = in.length() - 22;
            expect(end >= 0 && number(end, 4) == 0x06054b50L, "something follows its directory");
            long entries = number(end + 10, 2);
            long directory = number(end + 16, 4);
            long directoryEnd = end;
            if (entries == 0xFFFF || directory == 0xFFFFFFFFL) {
                expect(number(end - 20, 4) == 0x07064b50L, "its directory has no end");
                directoryEnd = number(end - 12, 8);
                expect(directoryEnd == end - 76 && number(directoryEnd, 4) == 0x06064b50L, "its directory has no end");
                entries = number(directoryEnd + 32, 8);
                directory = number(directoryEnd + 48, 8);
            }
            long at = directory;
            for (long entry = 0; entry < entries; entry++) {
                at = entry(at);
            }
            expect(next == directory && at == directoryEnd, "something stands between its parts");
        }

        /** @return where the next entry of the directory begins */
        private long entry(long at) throws IOException, Refused {
            expect(number(at, 4) == 0x02014b50L, "its directory is broken");
            long flags = number(at + 8, 2);
            long packed = number(at + 20, 4);
            long size = number(at + 24, 4);
            int nameLength = (int) number(at + 28, 2);
            long extra = number(at + 30, 2);
            long begins = number(at + 42, 4);
            byte[] name = bytes(at + 46, nameLength);
            String shown = new String(name, StandardCharsets.UTF_8);
            expect(number(at + 32, 2) == 0, shown + " has a comment");
            long mode = number(at + 38, 4) >>> 28;
            expect(mode == 0 || mode == 8, shown + " is no regular file");
            expect(!shown.endsWith("/"), shown + " is a folder");
            boolean large = packed == 0xFFFFFFFFL || size == 0xFFFFFFFFL || begins == 0xFFFFFFFFL;
            expect(extra == 0 || large, shown + " has an extra field");
            long field = at + 46 + nameLength + 4;
            if (large) {
                expect(number(field - 4, 2) == 1 && number(field - 2, 2) == extra - 4, shown + " has an extra field");
            }
            boolean longSizes = size == 0xFFFFFFFFL || packed == 0xFFFFFFFFL;
            if (size == 0xFFFFFFFFL) {
                size = number(field, 8);
                field += 8;
            }
            if (packed == 0xFFFFFFFFL) {
                packed = number(field, 8);
                field += 8;
            }
            if (begins == 0xFFFFFFFFL) {
                begins = number(field, 8);
            }
            expect(begins == next, shown + " does not follow what stands before it");
            local(begins, flags, name, shown, packed, longSizes);
            return at + 46 + nameLength + extra;
        }

        private void local(long at, long flags, byte[] name, String shown, long packed, boolean longSizes)
                throws IOException, Refused {
            expect(number(at, 4) == 0x04034b50L && number(at + 6, 2) == flags, shown + " begins otherwise than listed");
            int nameLength = (int) number(at + 26, 2);
            expect(
                    nameLength == name.length && Arrays.equals(bytes(at + 30, nameLength), name),
                    shown + " has another name where it begins");
            long extra = number(at + 28, 2);
            expect(extra == 0 || longSizes, shown + " has an extra field");
            boolean described = (flags & 8) != 0;
            expect(described || longSizes || number(at + 18, 4) == packed, shown + " has another size where it begins");
            next = at + 30 + nameLength + extra + packed;
            if (described) {
                expect(number(next, 4) == 0x08074b50L, shown + " ends otherwise than listed");
                next += longSizes ? 24 : 16;
            }
        }

        private void expect(boolean holds, String otherwise) throws Refused {
            KizunaVerify.check(holds, "not one archive: " + otherwise);
        }

        /** Little-endian. */
        private long number(long at, int bytes) throws IOException, Refused {
            long number = 0;
            byte[] read = bytes(at, bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                number = (number << 8) | (read[i] & 0xFF);
            }
            return number;
        }

        private byte[] bytes(long at, int length) throws IOException, Refused {
            expect(at >= 0 && at + length <= in.length(), "it is cut off");
            byte[] bytes = new byte[length];
            in.seek(at);
            in.readFully(bytes);
            return bytes;
        }
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

        /** The same without blanks between, as who keeps a head may have saved it. */
        static String compact(String text) {
            StringBuilder compact = new StringBuilder();
            boolean within = false;
            for (int i = 0; i < text.length(); i++) {
                char sign = text.charAt(i);
                if (within && sign == '\\' && i + 1 < text.length()) {
                    compact.append(sign).append(text.charAt(++i));
                } else if (within || " \t\r\n\uFEFF".indexOf(sign) < 0) {
                    within ^= sign == '"';
                    compact.append(sign);
                }
            }
            return compact.toString();
        }

        static String write(@Nullable Object value) {
            StringBuilder out = new StringBuilder();
            write(out, value);
            return out.toString();
        }

        private static void write(StringBuilder out, @Nullable Object value) {
            if (value instanceof String text) {
                writeText(out, text);
            } else if (value instanceof Map<?, ?> map) {
                String before = "{";
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    writeText(out.append(before), String.valueOf(member.getKey()));
                    write(out.append(':'), member.getValue());
                    before = ",";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            } else if (value instanceof List<?> list) {
                String before = "[";
                for (Object item : list) {
                    write(out.append(before), item);
                    before = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            } else {
                out.append(value);
            }
        }

        private static void writeText(StringBuilder out, String text) {
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                char sign = text.charAt(i);
                int named = "\b\f\n\r\t\"\\".indexOf(sign);
                if (named >= 0) {
                    out.append('\\').append("bfnrt\"\\".charAt(named));
                } else if (sign < 0x20) {
                    out.append("\\u00").append(HexFormat.of().toHexDigits((byte) sign));
                } else {
                    out.append(sign);
                }
            }
            out.append('"');
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
                case 'u' -> {
                    String digits = text.substring(at, at += 4);
                    expect(digits.matches("[0-9a-f]{4}"));
                    yield (char) Integer.parseInt(digits, 16);
                }
                case '"', '\\', '/' -> sign;
                default -> throw new IllegalArgumentException();
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
