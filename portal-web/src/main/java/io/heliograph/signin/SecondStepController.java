package io.heliograph.signin;

import io.heliograph.protection.SecondSteps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for one factor more: the second step of a sign-in, or to show again who one is before changing it. */
@Controller
@Anyone
@RequestMapping("/login/second")
class SecondStepController {

    private final SecondSteps steps;
    private final StepChecks checks;
    private final SigningIn signingIn;

    SecondStepController(SecondSteps steps, StepChecks checks, SigningIn signingIn) {
        this.steps = steps;
        this.checks = checks;
        this.signingIn = signingIn;
    }

    @GetMapping
    String page(@Nullable Authentication present, Model model) {
        if (!(present instanceof SignInToken token) || !isInPerson(token)) {
            return "redirect:/login";
        }
        model.addAttribute("view", view(token, null));
        return "signin/second";
    }

    @GetMapping("/recovery")
    String recovery(@Nullable Authentication present, Model model) {
        if (!(present instanceof SignInToken token) || !isInPerson(token)) {
            return "redirect:/login";
        }
        model.addAttribute("view", view(token, null));
        return "signin/recovery";
    }

    @PostMapping
    ModelAndView code(
            @Nullable Authentication present,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return check(present, Factors.APP, code, request, response);
    }

    @PostMapping("/recovery")
    ModelAndView recoveryCode(
            @Nullable Authentication present,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return check(present, Factors.RECOVERY_CODE, code, request, response);
    }

    @PostMapping("/password")
    ModelAndView password(
            @Nullable Authentication present,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return check(present, Factors.PASSWORD, password, request, response);
    }

    private ModelAndView check(
            @Nullable Authentication present,
            String factor,
            String shown,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!(present instanceof SignInToken token) || !isInPerson(token)) {
            return new ModelAndView("redirect:/login");
        }
        if (!checks.check(token.getPrincipal(), factor, shown)) {
            String template = factor.equals(Factors.RECOVERY_CODE) ? "signin/recovery" : "signin/second";
            return new ModelAndView(template, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("problem", true)
                    .addObject("view", view(token, "second.refused." + factor));
        }
        signingIn.further(token, factor, request, response);
        return new ModelAndView("redirect:" + signingIn.next(request, response));
    }

    /** Whoever has signed in as somebody cannot show that they are them, nor try. */
    private static boolean isInPerson(SignInToken token) {
        return token.getPrincipal().standIn() == null;
    }

    private SecondStepView view(SignInToken token, @Nullable String problem) {
        SecondSteps.Has has = steps.of(token.getPrincipal().userId());
        boolean again = Factors.isTwofold(token.getAuthorities()) || !has.any();
        return new SecondStepView(token.getPrincipal().email(), has, again, problem);
    }

    /**
     * What is asked for.
     *
     * @param again whether the person is in already, and shows once more who they are
     * @param problem key of what went wrong
     */
    record SecondStepView(
            String email,
            SecondSteps.Has has,
            boolean again,
            @Nullable String problem) {}
}
