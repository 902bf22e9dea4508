package org.kizuna.shared.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kizuna.shared.AskedAbout;
import org.kizuna.shared.BusinessRuleViolation;
import org.kizuna.shared.Busy;
import org.kizuna.shared.InvalidInput;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.StaleVersion;
import org.kizuna.shared.TookTooLong;
import org.kizuna.shared.Words;
import org.kizuna.shared.WrongState;
import org.kizuna.shared.paging.InvalidCursor;

/** Answers whatever goes wrong as {@code application/problem+json}, in the language the request asks for. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int UNPROCESSABLE = 422;
    private static final int PRECONDITION_REQUIRED = 428;

    @Context
    private HttpHeaders headers;

    @SuppressWarnings("NullAway.Init") // made by the container
    public ProblemMapper() {}

    @Override
    public Response toResponse(Throwable failure) {
        Locale language = language();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessRuleViolation violation) {
                return refused(violation, language);
            }
            if (cause instanceof OptimisticLockException) {
                return answer(412, "SavedByAnother", language);
            }
            if (cause instanceof EJBAccessException) {
                return answer(403, "NotAllowed", language);
            }
        }
        if (Busy.isBehind(failure)) {
            return Response.fromResponse(answer(503, "http.503", language))
                    .header("Retry-After", "5")
                    .build();
        }
        if (failure instanceof WebApplicationException web) {
            return web(web, language);
        }
        LOG.log(Level.SEVERE, failure instanceof EJBException ? "A call failed" : "A request failed", failure);
        return answer(500, "ServerFailed", language);
    }

    private Response refused(BusinessRuleViolation violation, Locale language) {
        int status = status(violation);
        if (violation instanceof InvalidInput invalid) {
            List<Problem.FieldError> errors = invalid.problems().stream()
                    .map(problem -> new Problem.FieldError(
                            problem.field(), Words.text(language, problem.key(), problem.arguments())))
                    .toList();
            return answer(new Problem(
                    "urn:kizuna:problem:" + violation.key(),
                    Words.text(language, "InvalidInput.title"),
                    status,
                    errors.get(0).message(),
                    errors.get(0).field(),
                    errors,
                    null));
        }
        if (violation instanceof AskedAbout asked) {
            return asked(asked, status, language);
        }
        String message = Words.refusal(language, violation);
        String field = violation.field();
        return answer(new Problem(
                "urn:kizuna:problem:" + violation.key(),
                message,
                status,
                message,
                field,
                field == null ? List.of() : List.of(new Problem.FieldError(field, message)),
                null));
    }

    private static Response asked(AskedAbout asked, int status, Locale language) {
        List<Problem.Warning> warnings = asked.questions().stream()
                .map(question -> new Problem.Warning(
                        question.code(), question.field(), Words.text(language, question.key(), question.arguments())))
                .toList();
        return answer(new Problem(
                "urn:kizuna:problem:" + asked.key(),
                Words.text(language, "AskedAbout.title"),
                status,
                warnings.get(0).text(),
                warnings.get(0).field(),
                List.of(),
                warnings));
    }

    private static int status(BusinessRuleViolation violation) {
        if (violation instanceof StaleVersion) {
            return 412;
        }
        if (violation instanceof TookTooLong) {
            return 503;
        }
        if (violation instanceof WrongState) {
            return 409;
        }
        if (violation instanceof VersionMissing) {
            return PRECONDITION_REQUIRED;
        }
        if (violation instanceof MalformedBody
                || violation instanceof InvalidParameter
                || violation instanceof UnknownParameter
                || violation instanceof InvalidCursor) {
            return 400;
        }
        boolean theRecordItself = violation instanceof NoSuchRecord && "reference".equals(violation.field());
        return theRecordItself ? 404 : UNPROCESSABLE;
    }

    private static Response web(WebApplicationException failure, Locale language) {
        int status = failure.getResponse().getStatus();
        String key = "http." + status;
        return answer(status, Words.has(language, key) ? key : "http.400", language);
    }

    private static Response answer(int status, String key, Locale language) {
        String text = Words.text(language, key);
        return answer(new Problem("urn:kizuna:problem:" + key, text, status, text, null, List.of(), null));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private Locale language() {
        List<Locale> wanted = headers.getAcceptableLanguages();
        return Words.closest(wanted.isEmpty() ? null : wanted.get(0));
    }
}
