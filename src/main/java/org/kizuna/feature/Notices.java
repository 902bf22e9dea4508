package org.kizuna.feature;

import org.kizuna.shared.RecordRef;

/** Tells people of what waits for them or came back to them. Features tell it; how it reaches people is no matter of theirs. */
public interface Notices {

    /** Tells it with the transaction that it is told in: what is rolled back is never told. */
    void tell(Notice notice);

    /** What such notices of the record asked for is done, by whomever: nobody needs to be told any more. */
    void done(String kind, RecordRef record);
}
