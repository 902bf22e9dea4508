package org.kizuna.shared.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
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
 * Answers {@code /health/ready}, {@code /health/live} and what is watched apart, each under its name, in MicroProfile Health's form. The server has them on its
 * management port only, which nobody but its administrator reaches.
 */
@WebServlet({"/health", "/health/ready", "/health/live", "/health/sealing"})
public class HealthServlet extends HttpServlet {

    @Inject
    @Readiness
    private transient Instance<HealthCheck> ready;

    @Inject
    @Liveness
    private transient Instance<HealthCheck> live;

    @Inject
    @Any
    private transient Instance<HealthCheck> all;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = true;
        JsonArrayBuilder checks = Json.createArrayBuilder();
        for (HealthCheck check : asked(request.getServletPath())) {
            HealthCheckResponse answer = check.call();
            up &= answer.getStatus() == HealthCheckResponse.Status.UP;
            JsonObjectBuilder told = Json.createObjectBuilder()
                    .add("name", answer.getName())
                    .add("status", answer.getStatus().name());
            answer.getData().ifPresent(data -> told.add("data", Json.createObjectBuilder(data)));
            checks.add(told);
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

    private Iterable<HealthCheck> asked(String path) {
        return switch (path) {
            case "/health/live" -> live;
            case "/health/sealing" -> all.select(NamedLiteral.of("sealing"));
            default -> ready;
        };
    }
}
