package org.kizuna.shared.web;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Puts {@link RequestGate} before the application, where no other door leads past it. */
public class RequestGateExtension implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        KnownHosts hosts =
                KnownHosts.of(System.getProperty("jboss.bind.address", "127.0.0.1"), System.getenv("KIZUNA_HOSTS"));
        RequestRules rules = new RequestRules(hosts);
        deployment.addInitialHandlerChainWrapper(next -> new RequestGate(next, rules));
    }
}
