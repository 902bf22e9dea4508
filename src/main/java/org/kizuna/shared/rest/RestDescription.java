package org.kizuna.shared.rest;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Completes the description of REST, while it is built, with what holds for every operation: how it is refused, that a step
 * answers its record, and that every save may answer questions.
 */
public final class RestDescription implements OASFilter {

    private static final String STEP = "/steps/{step}";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final int MOST_ROWS = 200;

    @Override
    public void filterOpenAPI(OpenAPI description) {
        Map<String, PathItem> paths = description.getPaths().getPathItems();
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            if (path.endsWith(STEP)) {
                answerOf(paths.get(path.substring(0, path.length() - STEP.length())), operation);
            }
            refusals(method, operation);
            if (operation.getRequestBody() != null) {
                answers(description, operation.getRequestBody().getContent());
            }
        }));
    }

    private static void answerOf(@Nullable PathItem record, Operation step) {
        if (record != null && record.getGET() != null) {
            APIResponse one = record.getGET().getResponses().getAPIResponse("200");
            step.getResponses().getAPIResponse("200").setContent(one.getContent());
        }
    }

    private static void refusals(PathItem.HttpMethod method, Operation operation) {
        APIResponses responses = operation.getResponses();
        refusal(responses, "400", "What was sent cannot be read");
        refusal(responses, "401", "Nobody has signed in");
        refusal(responses, "403", "Not for this role, or a rule of four eyes");
        refusal(responses, "404", "There is no such record");
        refusal(responses, "503", "Busy; ask again after the time that Retry-After says");
        if (method != PathItem.HttpMethod.GET) {
            refusal(responses, "409", "Not in this state");
            refusal(responses, "415", "Not JSON");
            refusal(responses, "422", "A field is wrong, or something is asked about");
        }
        List<Parameter> parameters = operation.getParameters();
        if (parameters != null && parameters.stream().anyMatch(one -> "If-Match".equals(one.getName()))) {
            refusal(responses, "412", "Saved by somebody else meanwhile");
            refusal(responses, "428", "If-Match is missing");
        }
    }

    private static void refusal(APIResponses responses, String status, String meaning) {
        responses.addAPIResponse(
                status,
                OASFactory.createAPIResponse()
                        .description(meaning)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/problem+json",
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(PROBLEM)))));
    }

    private static void answers(OpenAPI description, Content body) {
        if (body.getMediaType(JSON) == null) {
            return;
        }
        String reference = body.getMediaType(JSON).getSchema().getRef();
        Schema schema = reference == null
                ? null
                : description.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
        if (schema != null) {
            schema.addProperty(
                    "despite",
                    OASFactory.createSchema()
                            .type(List.of(Schema.SchemaType.ARRAY))
                            .items(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)))
                            .maxItems(MOST_ROWS)
                            .description("Codes of the questions that are answered with yes"));
            if (!schema.getProperties().containsKey("reason")) {
                schema.addProperty(
                        "reason",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.STRING))
                                .description("Why, where a question is answered"));
            }
        }
    }
}
