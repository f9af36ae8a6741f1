package io.heliograph.portal.overview;

import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import org.springframework.ui.Model;

/** The overview of one kind of tenant. */
interface Overview {

    /** Whose it is. */
    TenantKind kind();

    /** Puts the view record into the model, and names the template. */
    String show(SignedIn who, Model model);
}
