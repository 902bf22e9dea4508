package org.kizuna.print;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;

/** Writes a run from right to left the way it is seen: brackets mirrored, figures within it as they are. */
final class LineReorderer extends ICUBidiReorderer {

    @Override
    public String reorderRTLTextToLTR(String text) {
        return new Bidi(text, Bidi.RTL).writeReordered(Bidi.DO_MIRRORING);
    }
}
