package io.nurt.forecast.internal.billing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns of a file of invoices, by the headings that accounting programs give them in English and Polish. */
enum InvoiceColumn {
    NUMBER(
            "number",
            "no",
            "invoice",
            "invoicenumber",
            "invoiceno",
            "numer",
            "nr",
            "numerfaktury",
            "nrfaktury",
            "faktura",
            "numerdokumentu",
            "nrdokumentu"),
    COMPANY(
            "company",
            "customer",
            "client",
            "account",
            "buyer",
            "firma",
            "klient",
            "kontrahent",
            "nabywca",
            "odbiorca",
            "nazwafirmy",
            "nazwakontrahenta"),
    DEAL("deal", "dealid", "dealtitle", "opportunity", "szansa", "szansasprzedazy", "idszansy"),
    AMOUNT(
            "amount",
            "total",
            "gross",
            "grossamount",
            "invoiceamount",
            "kwota",
            "kwotabrutto",
            "brutto",
            "wartosc",
            "wartoscbrutto",
            "kwotafaktury",
            "razem"),
    CURRENCY("currency", "currencycode", "waluta", "kodwaluty"),
    ISSUED(
            "issued",
            "issuedon",
            "issuedate",
            "invoicedate",
            "date",
            "wystawiono",
            "datawystawienia",
            "datafaktury",
            "data"),
    DUE(
            "due",
            "dueon",
            "duedate",
            "paymentdue",
            "termin",
            "terminplatnosci",
            "terminzaplaty",
            "dataplatnosci",
            "platnedo"),
    PAID_ON(
            "paidon",
            "paiddate",
            "paymentdate",
            "received",
            "receivedon",
            "datazaplaty",
            "datawplaty",
            "datawplywu",
            "zaplaconodnia"),
    PAID_AMOUNT(
            "paidamount",
            "amountpaid",
            "paid",
            "receivedamount",
            "zaplacono",
            "kwotazaplacona",
            "zaplaconakwota",
            "kwotawplaty",
            "kwotawplywu",
            "wplacono",
            "wplynelo");

    private final Set<String> headings;

    InvoiceColumn(String... headings) {
        this.headings = Set.of(headings);
    }

    /** Key of its name in the message files. */
    String textKey() {
        return "forecast.column-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable InvoiceColumn of(String heading) {
        String folded = Normalizer.normalize(heading.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]", "");
        for (InvoiceColumn column : values()) {
            if (column.headings.contains(folded)) {
                return column;
            }
        }
        return null;
    }
}
