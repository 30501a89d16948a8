package io.nurt.demo;

import io.nurt.demo.DemoWorld.Company;
import io.nurt.demo.DemoWorld.Contact;
import io.nurt.demo.DemoWorld.Person;
import io.nurt.demo.DemoWorld.Product;
import io.nurt.kernel.Language;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes a {@link DemoWorld} from a seed: the same seed, size and day give the same world. Deals arrive on working days over
 * two years, fewer in July, August and late December, more in spring and autumn, with slow growth.
 */
final class DemoGenerator {
    /** How busy each month is, January first. */
    private static final double[] SEASON = {0.9, 1.0, 1.2, 1.1, 1.05, 1.0, 0.7, 0.65, 1.2, 1.25, 1.15, 0.75};

    static final int DAYS = 730;

    private static final Pattern LEGAL_FORM = Pattern.compile(" (sp\\.|S\\.A\\.).*");

    private final SplittableRandom random;
    private final LocalDate today;
    private final ZoneId zone;
    private final Language language;

    DemoGenerator(long seed, LocalDate today, ZoneId zone, Language language) {
        this.random = new SplittableRandom(seed);
        this.today = today;
        this.zone = zone;
        this.language = language;
    }

    /** @param size how many deals, at least 1 */
    DemoWorld generate(int size) {
        List<Person> people =
                people(Math.max(2, Math.min(12, size / 5000 + 2)), Math.max(5, Math.min(12, size / 2000 + 5)));
        List<Product> products = products();
        List<Company> companies = companies(Math.max(10, size / 4), people);
        int[] arrivals = arrivals(size);
        long places = random.nextLong();
        long lives = random.nextLong();
        return new DemoWorld(people, products, companies, () -> {
            SplittableRandom place = new SplittableRandom(places);
            DealLife life = new DealLife(new SplittableRandom(lives), today, zone, people, products);
            return IntStream.range(0, DAYS)
                    .boxed()
                    .flatMap(day -> Collections.nCopies(arrivals[day], today.minusDays(DAYS - day)).stream())
                    .map(day -> {
                        int number = place.nextInt(companies.size());
                        return life.live(number, companies.get(number), day);
                    })
                    .iterator();
        });
    }

    /** How many deals come on each day. */
    private int[] arrivals(int size) {
        double[] cumulated = new double[DAYS];
        double sum = 0;
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = today.minusDays(DAYS - i);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            double growth = 1 + 0.3 * i / DAYS;
            sum += weekend ? 0 : SEASON[day.getMonthValue() - 1] * growth;
            cumulated[i] = sum;
        }
        int[] arrivals = new int[DAYS];
        for (int i = 0; i < size; i++) {
            double at = random.nextDouble() * sum;
            int found = Arrays.binarySearch(cumulated, at);
            arrivals[Math.min(DAYS - 1, found < 0 ? -found - 1 : found)]++;
        }
        return arrivals;
    }

    private List<Person> people(int teams, int each) {
        List<Person> people = new ArrayList<>();
        for (int team = 0; team < teams; team++) {
            people.add(someone(team, true, people.size()));
        }
        for (int team = 0; team < teams; team++) {
            for (int i = 0; i < each; i++) {
                people.add(someone(team, false, people.size()));
            }
        }
        return people;
    }

    private Person someone(int team, boolean manager, int number) {
        DemoNames.PersonName name = DemoNames.person(random);
        String email =
                DemoNames.ascii(name.first()) + "." + DemoNames.ascii(name.last()) + number + "@demo.example.com";
        return new Person(name.full(), email, team, manager);
    }

    private List<Product> products() {
        boolean pl = language == Language.PL;
        return List.of(
                product(
                        pl ? "Filtr przemysłowy FP-3" : "Industrial filter FP-3",
                        "FP-3",
                        pl ? "Filtry" : "Filters",
                        4_800),
                product(pl ? "Filtr workowy FW-12" : "Bag filter FW-12", "FW-12", pl ? "Filtry" : "Filters", 12_500),
                product(
                        pl ? "Stacja uzdatniania SU-5" : "Treatment station SU-5",
                        "SU-5",
                        pl ? "Stacje" : "Stations",
                        68_000),
                product(
                        pl ? "Stacja uzdatniania SU-20" : "Treatment station SU-20",
                        "SU-20",
                        pl ? "Stacje" : "Stations",
                        189_000),
                product(
                        pl ? "Pompa obiegowa PX-200" : "Circulation pump PX-200",
                        "PX-200",
                        pl ? "Pompy" : "Pumps",
                        7_900),
                product(pl ? "Zestaw pompowy PX-900" : "Pump set PX-900", "PX-900", pl ? "Pompy" : "Pumps", 41_000),
                product(
                        pl ? "Umowa serwisowa Standard" : "Service contract Standard",
                        "US-S",
                        pl ? "Serwis" : "Service",
                        9_600),
                product(
                        pl ? "Umowa serwisowa Premium" : "Service contract Premium",
                        "US-P",
                        pl ? "Serwis" : "Service",
                        24_000));
    }

    private static Product product(String name, String code, String family, int price) {
        return new Product(name, code, family, BigDecimal.valueOf(price));
    }

    private List<Company> companies(int count, List<Person> people) {
        List<Integer> sellers = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (!people.get(i).manager()) {
                sellers.add(i);
            }
        }
        long seed = random.nextLong();
        return new AbstractList<>() {
            @Override
            public Company get(int number) {
                return company(new SplittableRandom(seed + number), number, sellers);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private Company company(SplittableRandom its, int number, List<Integer> sellers) {
        String name = DemoNames.company(its, number);
        String domain = DemoNames.ascii(LEGAL_FORM.matcher(name).replaceAll("")) + number + ".example.com";
        return new Company(
                name,
                domain,
                DemoNames.pick(its, DemoNames.INDUSTRIES),
                DemoNames.pick(its, DemoNames.CITIES),
                DemoNames.nip(its),
                DemoNames.pick(its, sellers),
                contacts(its, domain));
    }

    private List<Contact> contacts(SplittableRandom its, String domain) {
        boolean pl = language == Language.PL;
        List<String> titles = pl
                ? List.of("Kierownik zakupów", "Dyrektor techniczny", "Prezes zarządu", "Główny technolog")
                : List.of("Purchasing manager", "Technical director", "Managing director", "Chief technologist");
        List<String> roles = List.of("buyer", "influencer", "decision_maker", "user");
        List<Contact> contacts = new ArrayList<>();
        int count = 1 + its.nextInt(3);
        for (int i = 0; i < count; i++) {
            DemoNames.PersonName name = DemoNames.person(its);
            int which = its.nextInt(titles.size());
            String email = DemoNames.ascii(name.first()) + "." + DemoNames.ascii(name.last()) + i + "@" + domain;
            String phone = "+48 22 555 " + String.format("%02d %02d", its.nextInt(100), its.nextInt(100));
            contacts.add(new Contact(name.first(), name.last(), titles.get(which), email, phone, roles.get(which)));
        }
        return contacts;
    }
}
