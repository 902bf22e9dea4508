package org.kizuna.document;

import java.util.Arrays;
import java.util.Optional;

/** What people send as evidence. Nothing that a browser or a desktop would run. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    DOCX(OfficeArchive.OPEN_XML + "wordprocessingml.document", "docx"),
    XLSX(OfficeArchive.OPEN_XML + "spreadsheetml.sheet", "xlsx"),
    PPTX(OfficeArchive.OPEN_XML + "presentationml.presentation", "pptx"),
    ODT(OfficeArchive.OPEN_DOCUMENT + "text", "odt"),
    ODS(OfficeArchive.OPEN_DOCUMENT + "spreadsheet", "ods"),
    ODP(OfficeArchive.OPEN_DOCUMENT + "presentation", "odp"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    MSG("application/vnd.ms-outlook", "msg"),
    EML("message/rfc822", "eml"),
    TXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    GIF("image/gif", "gif"),
    TIFF("image/tiff", "tif"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String extension;

    FileKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    static Optional<FileKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** The one its name has by right, without the dot. */
    String extension() {
        return extension;
    }

    boolean isOpenXml() {
        return mediaType.startsWith(OfficeArchive.OPEN_XML);
    }

    boolean isOpenDocument() {
        return mediaType.startsWith(OfficeArchive.OPEN_DOCUMENT);
    }

    boolean isText() {
        return this == TXT || this == CSV || this == EML;
    }

    /** Whether it is packed as Word, Excel, PowerPoint and Outlook did before Open XML [MS-CFB]. */
    boolean isCompound() {
        return this == DOC || this == XLS || this == PPT || this == MSG;
    }

    /** What to save it as instead, where it may hold macros. */
    FileKind withoutMacros() {
        return switch (this) {
            case DOC -> DOCX;
            case XLS -> XLSX;
            case PPT -> PPTX;
            default -> this;
        };
    }
}
