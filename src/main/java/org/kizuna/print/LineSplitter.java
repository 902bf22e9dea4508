package org.kizuna.print;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a paragraph where the direction of reading changes. In one from left to right, figures within Arabic or Hebrew
 * stay in their run: {@link LineReorderer} puts them in their place, where the layout would set them after it.
 */
final class LineSplitter implements BidiSplitter {

    private final List<BidiTextRun> runs = new ArrayList<>();

    @Override
    public void setParagraph(String paragraph, byte direction) {
        Bidi bidi = new Bidi();
        bidi.setPara(paragraph, direction, null);
        boolean fromTheRight = bidi.getParaLevel() % 2 != 0;
        runs.clear();
        int start = 0;
        for (int end = 1; end <= paragraph.length(); end++) {
            byte level = bidi.getLevelAt(start);
            if (end == paragraph.length() || side(bidi.getLevelAt(end), fromTheRight) != side(level, fromTheRight)) {
                runs.add(new BidiTextRun(start, end - start, side(level, fromTheRight)));
                start = end;
            }
        }
    }

    private static byte side(byte level, boolean fromTheRight) {
        return (fromTheRight ? level % 2 != 0 : level > 0) ? RTL : LTR;
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        return runs.get(index);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        return Bidi.getBaseDirection(paragraph);
    }
}
