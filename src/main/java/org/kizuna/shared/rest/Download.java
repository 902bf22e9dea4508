package org.kizuna.shared.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;

/** A file that is asked for. A question for its head takes nothing away [RFC 9110, 9.3.2], and is not journaled. */
@RequestScoped
public class Download {

    @Inject
    private HttpServletRequest request;

    public boolean isOfHeadAlone() {
        return HttpMethod.HEAD.equals(request.getMethod());
    }

    /** What a question for the head is answered. */
    public Response head(String mediaType) {
        return Response.ok().type(mediaType).build();
    }
}
