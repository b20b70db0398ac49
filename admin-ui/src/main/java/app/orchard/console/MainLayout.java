package app.orchard.console;

import app.orchard.shared.Business;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** The frame around each page: the way to the others, and who is signed in. */
@Layout
@JavaScript("context://console-assets/console.js")
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    /** From this order on, pages of the menu stand together below their own name. */
    private static final double FIRST_SETTING = 8.4;

    private final SignedIn signedIn;
    private final Span title = new Span();

    MainLayout(SignedIn signedIn, Business business, Live live, List<Counter> counters) {
        this.signedIn = signedIn;
        setPrimarySection(Section.DRAWER);
        title.addClassName("bar-title");
        addToNavbar(new DrawerToggle(), title);
        addToDrawer(brand(business.name()));
        // Nobody, when the address of no page was asked for before logging in
        signedIn.anyone().ifPresent(staff -> {
            addToDrawer(navigation(staff, live, counters), person(staff));
            live.show(this, signedIn.feed(staff), isIn -> leaveUnless(isIn));
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        title.setText(getContent() instanceof HasDynamicTitle page ? page.getPageTitle() : "");
    }

    private void leaveUnless(boolean isIn) {
        if (!isIn) {
            getUI().ifPresent(ui -> ui.getPage().setLocation("/console/" + Pages.LOGIN));
        }
    }

    private static Component brand(String name) {
        Anchor brand = new Anchor("", new Image("/console-assets/orchard.svg", ""), new Span(name));
        brand.addClassName("brand");
        return brand;
    }

    private Component navigation(Staff staff, Live live, List<Counter> counters) {
        SideNav navigation = new SideNav();
        navigation.addClassName("ways");
        SideNav settings = new SideNav(Text.of("nav.settings"));
        settings.addClassName("ways");
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            SideNavItem item = new SideNavItem(Text.of(entry.title()), entry.path(), new Icon(entry.icon()));
            item.setMatchNested(true);
            counters.stream()
                    .filter(counter -> entry.path().endsWith(counter.page()))
                    .forEach(counter -> count(live, counter.feed(staff), item));
            boolean isSetting = entry.order() != null && entry.order() >= FIRST_SETTING;
            (isSetting ? settings : navigation).addItem(item);
        }
        settings.setVisible(!settings.getItems().isEmpty());
        Div all = new Div(navigation, settings);
        all.addClassName("all-ways");
        return all;
    }

    private void count(Live live, Feed<Integer> feed, SideNavItem item) {
        Span number = new Span();
        number.addClassName("count");
        item.setSuffixComponent(number);
        live.show(this, feed, count -> {
            number.setText(String.valueOf(count));
            number.setVisible(count > 0);
        });
    }

    private Component person(Staff staff) {
        Span name = new Span(staff.name());
        name.addClassName("person-name");
        Span roles = new Span(staff.roles().stream()
                .sorted()
                .map(role -> Text.of("role", role))
                .collect(Collectors.joining(", ")));
        roles.addClassName("person-roles");
        Button out = new Button(VaadinIcon.SIGN_OUT.create(), click -> signedIn.out());
        out.addThemeVariants(ButtonVariant.TERTIARY);
        out.setAriaLabel(Text.of("logout"));
        out.setTooltipText(Text.of("logout"));
        Div words = new Div(name, roles);
        words.addClassName("person-words");
        Div person = new Div(new Avatar(staff.name()), words, out);
        person.addClassName("person");
        return person;
    }
}
