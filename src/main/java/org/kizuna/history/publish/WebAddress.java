package org.kizuna.history.publish;

import java.io.IOException;

/** A web address to which heads are posted as JSON. */
record WebAddress(String address, HttpPublisher courier) implements PublicationTarget {

    @Override
    public String name() {
        return HttpPublisher.shown(address);
    }

    @Override
    public void take(SentHead head) throws IOException {
        courier.post(address, "application/json", head.json());
    }
}
