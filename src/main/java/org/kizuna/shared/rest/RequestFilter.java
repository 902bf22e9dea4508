package org.kizuna.shared.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses what an operation would pass over: parameters it does not know, or given twice, and broken text. */
@Provider
public class RequestFilter implements ContainerRequestFilter {

    private static final int LARGEST_BODY = 1 << 20;

    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @SuppressWarnings("NullAway.Init") // made by the container
    public RequestFilter() {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Set<String> known = KNOWN.computeIfAbsent(method, RequestFilter::parameters);
        for (Map.Entry<String, List<String>> given :
                request.getUriInfo().getQueryParameters().entrySet()) {
            if (!known.contains(given.getKey())) {
                throw new UnknownParameter(given.getKey(), known);
            }
            if (given.getValue().size() > 1 || given.getValue().get(0).indexOf('\uFFFD') >= 0) {
                throw new InvalidParameter(given.getKey(), String.join(", ", given.getValue()));
            }
        }
        if (request.hasEntity()) {
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

    private static Set<String> parameters(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            collect(parameter, parameter.getType(), names);
        }
        return Set.copyOf(names);
    }

    private static void collect(AnnotatedElement place, Class<?> type, Set<String> names) {
        QueryParam named = place.getAnnotation(QueryParam.class);
        if (named != null) {
            names.add(named.value());
        }
        if (place.isAnnotationPresent(BeanParam.class)) {
            for (Field field : type.getDeclaredFields()) {
                collect(field, field.getType(), names);
            }
        }
    }
}
