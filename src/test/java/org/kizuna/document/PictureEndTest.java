package org.kizuna.document;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kizuna.samples.Made;
import org.kizuna.samples.Some;

class PictureEndTest {

    private static final byte[] JPEG =
            hex("FFD8FFE000104A46494600010100000100010000" + "FFDA0002" + "00FF00AAFFD0BB" + "FFD9");
    private static final Map<String, byte[]> PICTURES = pictures();

    private static Map<String, byte[]> pictures() {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put(
                "a.png",
                hex("89504E470D0A1A0A" + "0000000D49484452000000010000000108060000001F15C489"
                        + "0000000049454E44AE426082"));
        pictures.put("a.jpg", JPEG);
        pictures.put(
                "a.gif",
                Made.joined(
                        Made.ascii("GIF89a"),
                        hex("01000100800000" + "000000FFFFFF" + "21F90400000000" + "00" + "2C000000000100010000"
                                + "02024401003B")));
        pictures.put(
                "a.webp",
                Made.joined(Made.ascii("RIFF"), hex("0E000000"), Made.ascii("WEBPVP8 "), hex("020000003B3B")));
        return pictures;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void blanksBehindTheEndAreNothing() {
        PICTURES.forEach((name, bytes) -> {
            for (byte[] rest : new byte[][] {{}, {0, 0, 0, 0}, {'\r', '\n'}}) {
                assertThatCode(() -> Inspected.of(Some.file(name, Made.joined(bytes, rest))))
                        .as(name)
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    void whatStandsBehindTheEndIsRefused() {
        PICTURES.forEach((name, bytes) -> {
            for (byte[] rest : new byte[][] {Made.zip("run.exe"), {'x'}, Made.ascii("\n<html>"), {0, 1}}) {
                assertThatThrownBy(() -> Inspected.of(Some.file(name, Made.joined(bytes, rest))))
                        .as(name)
                        .isInstanceOf(DocumentHoldsMore.class);
            }
        });
    }

    @Test
    void aPictureThatBreaksOffHasNothingBehindItsEnd() {
        PICTURES.forEach((name, bytes) -> {
            for (int length = 24; length < bytes.length; length++) {
                byte[] torn = Arrays.copyOf(bytes, length);
                assertThatCode(() -> Inspected.of(Some.file(name, torn)))
                        .as(name + " " + length)
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    void aHeadAloneIsNoPictureAroundAnotherFile() {
        for (String head : new String[] {"GIF89a;", "GIF89a..........", "RIFF\u00FF\u00FF\u00FF\u00FFWEBPVP8 "}) {
            assertThatThrownBy(() -> Inspected.of(Some.file("a", Made.joined(Made.ascii(head), Made.zip("a.exe")))))
                    .as(head)
                    .isInstanceOf(DocumentHoldsMore.class);
        }
    }

    @Test
    void camerasWriteFurtherPicturesDirectlyBehind() {
        assertThatCode(() -> Inspected.of(Some.file("a.jpg", Made.joined(JPEG, JPEG, JPEG))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Inspected.of(Some.file("a.jpg", Made.joined(JPEG, JPEG, Made.zip("a")))))
                .isInstanceOf(DocumentHoldsMore.class);
    }
}
