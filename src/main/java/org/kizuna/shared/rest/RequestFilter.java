package org.kizuna.shared.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses what an operation would pass over: parameters it does not know, or given twice, and broken text. */
@Provider
public class RequestFilter implements ContainerRequestFilter {

    private static final int LARGEST_BODY = 1 << 20;

    /** Of each operation the parameters, and whether one may be given more than once. */
    private static final Map<Method, Map<String, Boolean>> KNOWN = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Inject
    private Upload upload;

    @SuppressWarnings("NullAway.Init") // made by the container
    public RequestFilter() {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Map<String, Boolean> known = KNOWN.computeIfAbsent(method, RequestFilter::parameters);
        for (Map.Entry<String, List<String>> given :
                request.getUriInfo().getQueryParameters().entrySet()) {
            Boolean repeated = known.get(given.getKey());
            if (repeated == null) {
                throw new UnknownParameter(given.getKey(), known.keySet());
            }
            if ((given.getValue().size() > 1 && !repeated)
                    || given.getValue().stream().anyMatch(value -> value.indexOf('\uFFFD') >= 0)) {
                throw new InvalidParameter(given.getKey(), String.join(", ", given.getValue()));
            }
        }
        if (request.hasEntity() && MediaType.APPLICATION_OCTET_STREAM_TYPE.isCompatible(request.getMediaType())) {
            upload.take(request.getEntityStream());
            request.setEntityStream(InputStream.nullInputStream());
        } else if (request.hasEntity()) {
            request.setEntityStream(new ByteArrayInputStream(body(request)));
        }
    }

    private static byte[] body(ContainerRequestContext request) throws IOException {
        byte[] bytes = request.getEntityStream().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (CharacterCodingException e) {
            throw new MalformedBody();
        }
    }

    private static Map<String, Boolean> parameters(Method method) {
        Map<String, Boolean> names = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            collect(parameter, parameter.getType(), names);
        }
        return Map.copyOf(names);
    }

    private static void collect(AnnotatedElement place, Class<?> type, Map<String, Boolean> names) {
        QueryParam named = place.getAnnotation(QueryParam.class);
        if (named != null) {
            names.put(named.value(), type == List.class);
        }
        if (place.isAnnotationPresent(BeanParam.class)) {
            for (Field field : type.getDeclaredFields()) {
                collect(field, field.getType(), names);
            }
        }
    }
}
