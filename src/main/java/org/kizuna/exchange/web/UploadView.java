package org.kizuna.exchange.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.kizuna.document.web.SentFile;
import org.kizuna.exchange.ImportRegister;
import org.kizuna.page.web.Told;
import org.kizuna.shared.Channel;
import org.kizuna.shared.Problems;

/** Brings a file of rows, to be looked at before it is entered. */
@Named
@ViewScoped
public class UploadView implements Serializable {

    @Inject
    private transient ImportRegister imports;

    private @Nullable String source;
    private transient @Nullable Part file;

    public void bring() {
        Part sent = file;
        Problems problems = new Problems();
        problems.required("file", sent);
        problems.required("source", Problems.clean(source));
        problems.refuse();
        if (sent != null) {
            String reference = Channel.IMPORT
                    .during(() -> imports.bring(source, new SentFile(sent)))
                    .value();
            Told.andGo("ImportRegister.bring", "/exchange/view?ref=%s", reference);
        }
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String text) {
        source = text;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part part) {
        file = part;
    }
}
