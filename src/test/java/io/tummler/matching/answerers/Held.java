package io.tummler.matching.answerers;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that can be reached from an object: what a community holds in memory. */
final class Held {
    private final Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private long numbers;

    Held(Object root) {
        visit(root);
        while (!open.isEmpty()) expand(open.removeLast());
    }

    Stream<Object> all() {
        return objects.stream();
    }

    <T> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    /** How many objects, and numbers in arrays, there are. */
    long size() {
        return objects.size() + numbers;
    }

    private void visit(Object object) {
        if (object != null && objects.add(object)) open.addLast(object);
    }

    private void expand(Object object) {
        switch (object) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    visit(key);
                    visit(value);
                });
            case Collection<?> collection -> collection.forEach(this::visit);
            case Optional<?> optional -> optional.ifPresent(this::visit);
            default -> expandOther(object);
        }
    }

    private void expandOther(Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            if (type.getComponentType().isPrimitive()) numbers += Array.getLength(object);
            else for (int i = 0; i < Array.getLength(object); i++) visit(Array.get(object, i));
            return;
        }
        if (!type.getPackage().equals(Answerers.class.getPackage()) || type.isEnum()) return;
        for (Field field : type.getDeclaredFields()) {
            if (field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers())) continue;
            field.setAccessible(true);
            try {
                visit(field.get(object));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }
}
