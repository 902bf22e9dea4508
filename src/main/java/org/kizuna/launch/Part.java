package org.kizuna.launch;

/** Something that was started, and is ended with the rest. */
interface Part extends AutoCloseable {

    @Override
    void close();
}
