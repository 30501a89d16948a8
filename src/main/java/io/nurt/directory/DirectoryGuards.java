package io.nurt.directory;

import io.nurt.identity.Caller;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryGuards {
    @Bean
    RecordGuard companyGuard(CompanyStore store) {
        return new OfStore(store);
    }

    @Bean
    RecordGuard contactGuard(ContactStore store) {
        return new OfStore(store);
    }

    private record OfStore(RecordStore<?> store) implements RecordGuard {
        @Override
        public RecordKind kind() {
            return store.kind();
        }

        @Override
        public boolean sees(UUID id) {
            return store.find(id, Caller.current().visibility()).isPresent();
        }
    }
}
