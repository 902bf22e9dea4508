package org.kizuna.tag.rest;

import jakarta.ws.rs.Path;
import org.kizuna.contribution.ContributionFeature;

/** {@code /contributions/{reference}/tags}. */
@Path("/contributions/{reference}/tags")
public class ContributionTagResource extends TagResource {

    public ContributionTagResource() {
        super(ContributionFeature.CONTRIBUTION);
    }
}
