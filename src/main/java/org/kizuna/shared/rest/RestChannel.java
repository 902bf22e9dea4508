package org.kizuna.shared.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kizuna.shared.Channel;

/** Marks whatever a REST request changes as having come in through REST. */
@WebFilter("/api/*")
public class RestChannel extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        try (Channel.Scope scope = Channel.REST.begin()) {
            chain.doFilter(request, response);
        }
    }
}
