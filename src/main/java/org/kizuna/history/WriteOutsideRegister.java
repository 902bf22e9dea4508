package org.kizuna.history;

/** Something tried to write a record without saying, through a register, who does what. It is refused. */
public final class WriteOutsideRegister extends IllegalStateException {

    WriteOutsideRegister(String entity) {
        super(entity + " was written outside a register method; the journal could not say by whom and why");
    }
}
