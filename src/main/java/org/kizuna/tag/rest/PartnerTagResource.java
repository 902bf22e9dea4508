package org.kizuna.tag.rest;

import jakarta.ws.rs.Path;
import org.kizuna.partner.PartnerFeature;

/** {@code /partners/{reference}/tags}. */
@Path("/partners/{reference}/tags")
public class PartnerTagResource extends TagResource {

    public PartnerTagResource() {
        super(PartnerFeature.PARTNER);
    }
}
