package org.kizuna.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserNameTest {

    @Test
    void aBrowserIsCalledAsPeopleCallIt() {
        assertThat(BrowserName.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"))
                .isEqualTo(new BrowserName("Firefox", "Windows"));
        assertThat(BrowserName.of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1"))
                .isEqualTo(new BrowserName("Mobile Safari", "iOS"));
    }

    @Test
    void whatNobodyKnowsIsShownAsItSays() {
        assertThat(BrowserName.of("curl/8.0")).isEqualTo(new BrowserName("curl", null));
        assertThat(BrowserName.of("Nobody knows")).isEqualTo(new BrowserName("Nobody knows", null));
        assertThat(BrowserName.of("")).isEqualTo(new BrowserName("", null));
    }
}
