package io.nurt.demo;

import io.nurt.demo.DemoWorld.Company;
import io.nurt.demo.DemoWorld.Contact;
import io.nurt.demo.DemoWorld.Deal;
import io.nurt.demo.DemoWorld.Person;
import io.nurt.demo.DemoWorld.Product;
import io.nurt.kernel.Language;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes a {@link DemoWorld} from a seed: the same seed, size and day give the same world. Deals arrive on working days over
 * two years, fewer in July, August and late December, more in spring and autumn, with slow growth.
 */
final class DemoGenerator {
    /** How busy each month is, January first. */
    private static final double[] SEASON = {0.9, 1.0, 1.2, 1.1, 1.05, 1.0, 0.7, 0.65, 1.2, 1.25, 1.15, 0.75};

    static final int DAYS = 730;

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
        DealLife life = new DealLife(random.split(), today, zone, people, products);
        List<Deal> deals = new ArrayList<>(size);
        for (LocalDate day : arrivals(size)) {
            int number = random.nextInt(companies.size());
            deals.add(life.live(number, companies.get(number), day));
        }
        return new DemoWorld(people, products, companies, deals);
    }

    private List<LocalDate> arrivals(int size) {
        double[] cumulated = new double[DAYS];
        double sum = 0;
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = today.minusDays(DAYS - i);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            double growth = 1 + 0.3 * i / DAYS;
            sum += weekend ? 0 : SEASON[day.getMonthValue() - 1] * growth;
            cumulated[i] = sum;
        }
        List<LocalDate> days = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            double at = random.nextDouble() * sum;
            int found = java.util.Arrays.binarySearch(cumulated, at);
            int index = Math.min(DAYS - 1, found < 0 ? -found - 1 : found);
            days.add(today.minusDays(DAYS - index));
        }
        days.sort(null);
        return days;
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
        List<Company> companies = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            String name = DemoNames.company(random, number);
            String domain = DemoNames.ascii(name.replaceAll(" (sp\\.|S\\.A\\.).*", "")) + number + ".example.com";
            companies.add(new Company(
                    name,
                    domain,
                    DemoNames.pick(random, DemoNames.INDUSTRIES),
                    DemoNames.pick(random, DemoNames.CITIES),
                    DemoNames.nip(random),
                    DemoNames.pick(random, sellers),
                    contacts(domain)));
        }
        return companies;
    }

    private List<Contact> contacts(String domain) {
        boolean pl = language == Language.PL;
        List<String> titles = pl
                ? List.of("Kierownik zakupów", "Dyrektor techniczny", "Prezes zarządu", "Główny technolog")
                : List.of("Purchasing manager", "Technical director", "Managing director", "Chief technologist");
        List<String> roles = List.of("buyer", "influencer", "decision_maker", "user");
        List<Contact> contacts = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            DemoNames.PersonName name = DemoNames.person(random);
            int which = random.nextInt(titles.size());
            String email = DemoNames.ascii(name.first()) + "." + DemoNames.ascii(name.last()) + i + "@" + domain;
            String phone = "+48 22 555 " + String.format("%02d %02d", random.nextInt(100), random.nextInt(100));
            contacts.add(new Contact(name.first(), name.last(), titles.get(which), email, phone, roles.get(which)));
        }
        return contacts;
    }
}
