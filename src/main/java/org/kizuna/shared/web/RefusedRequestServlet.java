package org.kizuna.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kizuna.shared.Busy;

/** Says in words what went wrong where no page of its own does; asked for by itself there is nothing here. */
@WebServlet("/refused")
public class RefusedRequestServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            if (Busy.isBehind(failure)) {
                status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            } else if (MalformedPost.isBehind(failure)) {
                status = HttpServletResponse.SC_BAD_REQUEST;
            }
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        RefusedRequest refused = RefusedRequest.of(
                status,
                Integer.toString(status),
                path,
                request.getHeader("Accept"),
                request.getHeader("Accept-Language"));
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RefusedRequest.RETRY_AFTER);
        }
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(refused.type());
        response.getOutputStream().write(refused.body().getBytes(StandardCharsets.UTF_8));
    }
}
