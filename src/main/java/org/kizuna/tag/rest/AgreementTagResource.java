package org.kizuna.tag.rest;

import jakarta.ws.rs.Path;
import org.kizuna.agreement.AgreementFeature;

/** {@code /agreements/{reference}/tags}. */
@Path("/agreements/{reference}/tags")
public class AgreementTagResource extends TagResource {

    public AgreementTagResource() {
        super(AgreementFeature.AGREEMENT);
    }
}
