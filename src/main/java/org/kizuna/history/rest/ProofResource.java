package org.kizuna.history.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.history.publish.PublicationQueries;
import org.kizuna.shared.rest.InvalidParameter;
import org.kizuna.shared.rest.ListAnswer;
import org.kizuna.shared.rest.Parameters;

/** {@code /history/heads} and {@code /history/proof}: what the journal was, and that it is still in what it became. */
@Path("/history")
@Produces(MediaType.APPLICATION_JSON)
public class ProofResource {

    @Inject
    private ProofQueries proofs;

    @Inject
    private PublicationQueries publications;

    /** Newest first. */
    @GET
    @Path("/heads")
    public ListAnswer<PublishedHeadJson> heads(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        int most = Parameters.limit(limit);
        List<TreeHead> found = proofs.heads(Parameters.given(after) == null ? null : number("after", after), most + 1);
        List<PublishedHeadJson> items = published(found.stream().limit(most).toList());
        return new ListAnswer<>(
                items,
                found.size() > most ? Long.toString(items.get(items.size() - 1).size()) : null);
    }

    private List<PublishedHeadJson> published(List<TreeHead> heads) {
        List<Long> sizes = heads.stream().map(TreeHead::size).toList();
        return PublishedHeadJson.of(heads, publications.arrived(sizes), publications.timestamps(sizes));
    }

    /** The key that signs now. */
    @GET
    @Path("/key")
    public KeyJson key() {
        return new KeyJson("Ed25519", Base64.getEncoder().encodeToString(proofs.publicKey()));
    }

    @GET
    @Path("/proof/inclusion")
    public InclusionJson inclusion(@QueryParam("change") @Nullable String change) {
        ProofQueries.Inclusion proof = proofs.inclusion(number("change", change));
        return new InclusionJson(
                proof.changeSet(), proof.leaf(), proof.leafHash(), proof.path(), HeadJson.of(proof.head()));
    }

    @GET
    @Path("/proof/consistency")
    public ConsistencyJson consistency(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        ProofQueries.Consistency proof = proofs.consistency(number("from", from), number("to", to));
        return new ConsistencyJson(HeadJson.of(proof.from()), HeadJson.of(proof.to()), proof.path());
    }

    static long number(String name, @Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw new InvalidParameter(name, String.valueOf(text));
        }
        return Long.parseLong(text);
    }

    /** A public key, X.509 SubjectPublicKeyInfo in Base64. */
    public record KeyJson(String algorithm, String publicKey) {}

    /** Hashes as hexadecimal digits, from the leaf's sibling upwards. */
    public record InclusionJson(long change, long leaf, String leafHash, List<String> path, HeadJson head) {}

    /** Hashes as hexadecimal digits. */
    public record ConsistencyJson(HeadJson from, HeadJson to, List<String> path) {}
}
