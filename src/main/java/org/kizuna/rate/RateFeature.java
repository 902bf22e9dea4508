package org.kizuna.rate;

import jakarta.enterprise.context.ApplicationScoped;
import org.kizuna.feature.Feature;

/** What rates of exchange tell of themselves: their words. */
@ApplicationScoped
public class RateFeature implements Feature {

    @Override
    public String name() {
        return "rate";
    }
}
