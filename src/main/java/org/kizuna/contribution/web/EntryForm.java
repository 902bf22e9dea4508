package org.kizuna.contribution.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kizuna.contribution.EntryData;
import org.kizuna.contribution.EntryKind;

/** What stands in the fields while an entry is typed. */
public class EntryForm implements Serializable {

    private @Nullable EntryKind kind;
    private @Nullable BigDecimal amount;
    private @Nullable LocalDate valueDate;
    private boolean approximate;
    private @Nullable BigDecimal valueInUsd;
    private @Nullable String source;
    private @Nullable String reason;

    EntryData data() {
        return new EntryData(kind, amount, valueDate, approximate, valueInUsd, source, reason);
    }

    public @Nullable EntryKind getKind() {
        return kind;
    }

    public void setKind(@Nullable EntryKind value) {
        kind = value;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal value) {
        amount = value;
    }

    public @Nullable LocalDate getValueDate() {
        return valueDate;
    }

    public void setValueDate(@Nullable LocalDate value) {
        valueDate = value;
    }

    public boolean isApproximate() {
        return approximate;
    }

    public void setApproximate(boolean value) {
        approximate = value;
    }

    public @Nullable BigDecimal getValueInUsd() {
        return valueInUsd;
    }

    public void setValueInUsd(@Nullable BigDecimal value) {
        valueInUsd = value;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String value) {
        source = value;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String value) {
        reason = value;
    }
}
