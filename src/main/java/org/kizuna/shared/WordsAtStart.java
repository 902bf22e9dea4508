package org.kizuna.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** Reads all words when the server starts: whoever refuses a request before it reaches a bean cannot ask for them. */
@ApplicationScoped
class WordsAtStart {

    void read(@Observes @Initialized(ApplicationScoped.class) Object start) {
        Words.read();
    }
}
