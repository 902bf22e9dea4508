package org.kizuna.shared.web;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Answers {@code /health/ready} and {@code /health/live} in MicroProfile Health's form. The server has them on its
 * management port only, which nobody but its administrator reaches.
 */
@WebServlet({"/health", "/health/ready", "/health/live"})
public class HealthServlet extends HttpServlet {

    @Inject
    @Readiness
    private transient Instance<HealthCheck> ready;

    @Inject
    @Liveness
    private transient Instance<HealthCheck> live;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = true;
        JsonArrayBuilder checks = Json.createArrayBuilder();
        for (HealthCheck check : request.getServletPath().endsWith("/live") ? live : ready) {
            HealthCheckResponse answer = check.call();
            up &= answer.getStatus() == HealthCheckResponse.Status.UP;
            checks.add(Json.createObjectBuilder()
                    .add("name", answer.getName())
                    .add("status", answer.getStatus().name()));
        }
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        try (JsonWriter writer = Json.createWriter(response.getOutputStream())) {
            writer.writeObject(Json.createObjectBuilder()
                    .add("status", up ? "UP" : "DOWN")
                    .add("checks", checks)
                    .build());
        }
    }
}
