package io.heliograph.portal.webhooks;

import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import io.heliograph.webhooks.Delivery;
import io.heliograph.webhooks.InvalidTestDataException;
import io.heliograph.webhooks.TestEvents;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sending a test event to an endpoint. */
@Controller
@RequestMapping("/webhooks/{id}/tests")
@MayUse(
        value = Permission.CONNECT,
        kinds = {TenantKind.CUSTOMER, TenantKind.RESELLER})
class TestsController {

    private final Found found;
    private final TestEvents tests;

    TestsController(Found found, TestEvents tests) {
        this.found = found;
        this.tests = tests;
    }

    /** The data of an event, as typed. */
    record TestForm(String data) {

        TestForm(@Nullable String data) {
            this.data = data == null ? "" : data;
        }
    }

    /** {@code like} is a delivery whose data, edited then, is to be edited again. */
    @GetMapping("/new")
    String form(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID like,
            Model model) {
        model.addAttribute("view", EndpointLine.of(found.living(who.tenantId(), id), null));
        model.addAttribute("form", new TestForm(like == null ? tests.sampleData() : data(who, like)));
        return "webhooks/test";
    }

    @PostMapping
    ModelAndView send(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @ModelAttribute("form") TestForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        EndpointLine line = EndpointLine.of(found.living(who.tenantId(), id), null);
        try {
            UUID delivery = tests.send(who.tenantId(), id, form.data());
            Flash.done(redirect, "webhooks.test.queued");
            return new ModelAndView("redirect:/webhooks/deliveries/" + delivery);
        } catch (InvalidTestDataException invalid) {
            errors.rejectValue(
                    "data", "webhooks.test.invalid", new Object[] {String.valueOf(invalid.getMessage())}, null);
            return Screens.invalid("webhooks/test").addObject("view", line);
        }
    }

    private String data(SignedIn who, UUID deliveryId) {
        Delivery delivery = found.delivery(who.tenantId(), deliveryId);
        return Json.data(delivery.payload());
    }
}
