package org.kizuna.shared.web;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import org.kizuna.shared.Despite;

/** An answer holds for the request it came with, and not for the next one that the same thread serves. */
@WebListener
public class DespiteEnds implements ServletRequestListener {

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        Despite.forget();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        Despite.forget();
    }
}
