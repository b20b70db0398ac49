package app.orchard.storefront.web;

import app.orchard.catalog.Season;
import app.orchard.order.Shortage;
import app.orchard.order.TimelineEntry;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.slots.Load;
import app.orchard.slots.Slot;
import app.orchard.stall.Stand;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** How pages say amounts and moments: in the customer's language, in the business's time. */
@Component
class Wording {

    private static final Pattern SUM = Pattern.compile("₹[\\d,]+(\\.\\d\\d)?");

    private final Business business;
    private final MessageSource messages;
    private final Clock clock;

    Wording(Business business, MessageSource messages, Clock clock) {
        this.business = business;
        this.messages = messages;
        this.clock = clock;
    }

    /** A page that tells of a failure needs the name too, even when the database is what failed. */
    public String business() {
        try {
            return business.name();
        } catch (DataAccessException e) {
            return say("shop.fallback");
        }
    }

    /** {@code ₹1,250}, and {@code ₹1,250.50} only where there are paise. */
    public String money(Money amount) {
        String exact = amount.format();
        return exact.endsWith(".00") ? exact.substring(0, exact.length() - 3) : exact;
    }

    /** Today, Tomorrow, or {@code Sun 22 Nov}, where a line begins. */
    public String day(Instant moment) {
        return StringUtils.capitalize(dayInside(moment));
    }

    /** {@code today}, in the middle of a sentence. */
    public String dayInside(Instant moment) {
        LocalDate day = business.dayOf(moment);
        LocalDate today = business.dayOf(clock.instant());
        if (day.equals(today)) {
            return say("day.today");
        }
        return day.equals(today.plusDays(1)) ? say("day.tomorrow") : format(at(moment), "EEE d MMM");
    }

    /** {@code 4:30 pm} */
    public String time(Instant moment) {
        return format(at(moment), "h:mm a").toLowerCase(locale());
    }

    /** {@code today, 4:30 pm}, in the middle of a sentence. */
    public String moment(Instant moment) {
        return dayInside(moment) + ", " + time(moment);
    }

    /** {@code 4 – 6 pm} */
    public String hours(Instant from, Instant until) {
        String start = hour(from);
        String end = hour(until);
        boolean sameHalf = at(from).getHour() / 12 == at(until).getHour() / 12;
        return (sameHalf ? start.substring(0, start.lastIndexOf(' ')) : start) + " – " + end;
    }

    /** {@code every day}, {@code Mon, Wed, Fri}; empty without any. @param days Monday first */
    public String weekdays(List<DayOfWeek> days) {
        return days.size() == DayOfWeek.values().length
                ? say("day.every")
                : days.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale()))
                        .collect(Collectors.joining(", "));
    }

    /** {@code Sat, Sun, 9 am – 1 pm}; empty when nobody said. */
    public String hours(Stand stand) {
        LocalDate today = business.dayOf(clock.instant());
        return stand.opens() == null || stand.closes() == null || stand.days().isEmpty()
                ? ""
                : weekdays(stand.days()) + ", "
                        + hours(
                                today.atTime(stand.opens())
                                        .atZone(business.zone())
                                        .toInstant(),
                                today.atTime(stand.closes())
                                        .atZone(business.zone())
                                        .toInstant());
    }

    public String hours(Slot slot) {
        return hours(slot.startsAt(), slot.endsAt());
    }

    /** {@code Tomorrow, 4 – 6 pm} */
    public String window(Instant from, Instant until) {
        return day(from) + ", " + hours(from, until);
    }

    public String window(Slot slot) {
        return window(slot.startsAt(), slot.endsAt());
    }

    /** {@code 1 April – 15 June} */
    public String season(Season season) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM", locale());
        return day.format(season.from()) + " – " + day.format(season.until());
    }

    /** Whole seconds from now, for count-downs; never negative. */
    public long secondsUntil(Instant moment) {
        return Math.max(0, Duration.between(clock.instant(), moment).toSeconds());
    }

    /** {@code 98450 12345} */
    public String phone(String e164) {
        return e164.startsWith("+91") && e164.length() == 13 ? e164.substring(3, 8) + " " + e164.substring(8) : e164;
    }

    /** The shop's own words for a refusal, or what the capability says where it has none. */
    public String refusal(Refusal refusal) {
        if (refusal.details().get("short") instanceof List<?> shortages) {
            return shortages.stream()
                    .filter(Shortage.class::isInstance)
                    .map(line -> shortage((Shortage) line, refusal))
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
        String key = refusal.type().startsWith("order-") ? "order-state" : refusal.type();
        return own("refusal." + key, refusal.sentence(), sums(refusal.sentence()));
    }

    private String shortage(Shortage line, Refusal refusal) {
        String how = line.enoughEarlier() ? "early" : line.left() <= 0 ? "none" : "few";
        return own("refusal.short." + how, refusal.sentence(), line.title(), line.left());
    }

    /** Why a time cannot be had; a founder's own words as they wrote them. @return null when it can */
    @Nullable
    String shut(Slot slot, Instant now, Load load) {
        String why = slot.whyShutAt(now, load);
        if (why == null || slot.closedBecause() != null) {
            return why;
        }
        if (!now.isBefore(slot.cutoffAt())) {
            return say("slot.closed");
        }
        return say(slot.free() < load.stops() ? "slot.full" : "slot.kitchen");
    }

    /**
     * What happened to an order, in the language of the page. English is kept with more of it than other languages
     * have words for.
     */
    public String event(TimelineEntry entry) {
        String said = locale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "" : eventInShort(entry);
        return said.isEmpty() ? entry.sentence() : said;
    }

    /** As {@link #event}, with sums but without names, places and reasons; empty when there are no words for it. */
    public String eventInShort(TimelineEntry entry) {
        return own("event." + entry.kind(), "", sums(entry.sentence()));
    }

    /** The sums of a sentence, for another one: {@code ₹689.00}. */
    private static Object[] sums(String sentence) {
        return Stream.concat(SUM.matcher(sentence).results().map(MatchResult::group), Stream.of("", ""))
                .toArray();
    }

    private String own(String key, String otherwise, Object... values) {
        return Objects.requireNonNullElse(messages.getMessage(key, values, otherwise, locale()), otherwise);
    }

    public String say(String key, @Nullable Object... values) {
        return messages.getMessage(key, values, locale());
    }

    private String hour(Instant moment) {
        ZonedDateTime at = at(moment);
        String pattern = at.toLocalTime().equals(LocalTime.of(at.getHour(), 0)) ? "h a" : "h:mm a";
        return format(at, pattern).toLowerCase(locale());
    }

    private static String format(ZonedDateTime moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(moment);
    }

    private ZonedDateTime at(Instant moment) {
        return moment.atZone(business.zone());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
