package io.heliograph.portal.packages;

import io.heliograph.portal.Flash;
import io.heliograph.portal.Screens;
import io.heliograph.portal.WaysBack;
import io.heliograph.purchases.Merchants;
import io.heliograph.purchases.OnboardingState;
import io.heliograph.purchases.Onboardings;
import io.heliograph.purchases.stripe.StripeFailedException;
import io.heliograph.signin.MayUse;
import io.heliograph.signin.Permission;
import io.heliograph.signin.SignedIn;
import io.heliograph.tenants.TenantKind;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** A new account at Stripe for a reseller that has none: off to Stripe's questions, and back. */
@Controller
@RequestMapping("/packages/stripe-account/onboarding")
@MayUse(value = Permission.MANAGE, kinds = TenantKind.RESELLER)
class OnboardingController {

    private static final String PATH = "/packages/stripe-account/onboarding";

    private final Onboardings onboardings;
    private final Merchants merchants;
    private final WaysBack waysBack;

    OnboardingController(Onboardings onboardings, Merchants merchants, WaysBack waysBack) {
        this.onboardings = onboardings;
        this.merchants = merchants;
        this.waysBack = waysBack;
    }

    /** 303 to Stripe's questions; the first time, an account is opened. */
    @PostMapping
    ModelAndView begin(@AuthenticationPrincipal SignedIn who) {
        return toQuestions(who);
    }

    /** Where Stripe sends somebody whose address of its questions was used or is too old: on to a new one. */
    @GetMapping("/again")
    ModelAndView again(@AuthenticationPrincipal SignedIn who) {
        return onboardings.isBegun(who.tenantId())
                ? toQuestions(who)
                : new ModelAndView("redirect:/packages/stripe-account");
    }

    /** Where Stripe sends people back to, whether they have finished or not. */
    @GetMapping("/end")
    ModelAndView end(@AuthenticationPrincipal SignedIn who, RedirectAttributes redirect) {
        OnboardingState state;
        try {
            state = onboardings.refresh(who.tenantId());
        } catch (StripeFailedException _) {
            return silent(who);
        }
        return switch (state) {
            case READY -> {
                Flash.done(redirect, "packages.stripe.connected");
                yield new ModelAndView("redirect:/packages");
            }
            case IN_REVIEW -> {
                Flash.done(redirect, "packages.stripe.inreview");
                yield new ModelAndView("redirect:/packages/stripe-account");
            }
            case UNFINISHED, NOT_BEGUN -> {
                Flash.alert(redirect, "packages.stripe.unfinished");
                yield new ModelAndView("redirect:/packages/stripe-account");
            }
        };
    }

    private ModelAndView toQuestions(SignedIn who) {
        try {
            Optional<String> questions = onboardings.begin(
                    who.tenantId(), waysBack.to(who.brand(), PATH + "/again"), waysBack.to(who.brand(), PATH + "/end"));
            return questions.map(OnboardingController::stripe).orElseGet(() -> refused(who, "BUYING_IS_OFF"));
        } catch (StripeFailedException failed) {
            return failed.worthRetrying() ? silent(who) : refused(who, "refused");
        }
    }

    private ModelAndView silent(SignedIn who) {
        return refused(who, "silent");
    }

    private ModelAndView refused(SignedIn who, String reason) {
        return Screens.invalid("packages/stripe-account")
                .addObject("refusal", "packages.stripe." + reason)
                .addObject("begun", onboardings.isBegun(who.tenantId()))
                .addObject(
                        "form",
                        new StripeAccountForm(
                                merchants.accountOf(who.tenantId()).orElse("")));
    }

    private static ModelAndView stripe(String address) {
        RedirectView redirect = new RedirectView(address);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}
