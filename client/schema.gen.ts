// Generated from openapi.yaml by `npm run generate`. Change that file instead.

export interface paths {
    "/payments/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a payment
         * @description Creates a PENDING transaction. Send the customer to `receipt_url`, the hosted payment page. Intram documents no
         *     idempotency key: repeating this call may charge the customer twice.
         */
        post: operations["requestPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/confirm/{transaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check the status of a transaction */
        get: operations["confirmTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PaymentRequest: {
            invoice: components["schemas"]["InvoiceRequest"];
            store: components["schemas"]["StoreRequest"];
            actions?: components["schemas"]["ActionsRequest"];
            /** @description Where the Node SDK puts it. It wins over the invoice's custom_datas; null is none. */
            custom_data?: components["schemas"]["MerchantData"];
        };
        InvoiceRequest: {
            /**
             * @description XOF, in any case of letters
             * @example XOF
             */
            currency: string;
            /**
             * @description What the customer is charged, in whole XOF. Items and taxes never change it.
             * @example 1000
             */
            amount: number | string;
            /** @description For display. A list, or the Node SDK's object of item_1, item_2 and so on. */
            items?: components["schemas"]["ItemRequest"][] | {
                [key: string]: components["schemas"]["ItemRequest"];
            } | null;
            /** @description For display. A list, or the Node SDK's object of tax_1, tax_2 and so on. */
            taxes?: components["schemas"]["TaxRequest"][] | {
                [key: string]: components["schemas"]["TaxRequest"];
            } | null;
            description?: string | null;
            /** @description The merchant's own data (Intram's spelling). The PHP SDK also sends a list of pairs. */
            custom_datas?: {
                [key: string]: unknown;
            } | unknown[] | null;
            /**
             * @deprecated
             * @description Ignored. It only leaks secrets; the headers authenticate.
             */
            keys?: {
                public?: string | null;
                private?: string | null;
                secret?: string | null;
            } | unknown[] | null;
            /**
             * @description The means of payment to offer; all of them when absent
             * @example [
             *       "moov-benin",
             *       "mtn-benin",
             *       "visa"
             *     ]
             */
            channels?: string[] | null;
        };
        ItemRequest: {
            name?: string | null;
            qte?: number | string | null;
            quantity?: number | string | null;
            price?: number | string | null;
            unit_price?: number | string | null;
            totalamount?: number | string | null;
            total_amount?: number | string | null;
            total_price?: number | string | null;
            description?: string | null;
        };
        TaxRequest: {
            name?: string | null;
            amount?: number | string | null;
        };
        StoreRequest: {
            name: string;
            tagline?: string | null;
            /** @description Intram's spelling */
            postal_adress?: string | null;
            postal_address?: string | null;
            phone?: string | null;
            phone_number?: string | null;
            /** @description Any text in practice */
            logo_url?: string | null;
            /** @description Any text in practice */
            web_site_url?: string | null;
            /** @description Any text in practice */
            website_url?: string | null;
            color?: string | null;
            template?: string | null;
            cancel_url?: components["schemas"]["ActionUrl"];
            return_url?: components["schemas"]["ActionUrl"];
            callback_url?: components["schemas"]["ActionUrl"];
        };
        /** @description These win over the same ones in `store`. */
        ActionsRequest: {
            cancel_url?: components["schemas"]["ActionUrl"];
            return_url?: components["schemas"]["ActionUrl"];
            callback_url?: components["schemas"]["ActionUrl"];
        } | null;
        /**
         * @description An http or https URL. An empty string or null means that there is none.
         * @example https://monmagasin.com/callback
         */
        ActionUrl: string | null;
        PaymentCreated: {
            /** @constant */
            error: false;
            status: components["schemas"]["Status"];
            transaction_id: components["schemas"]["TransactionId"];
            /**
             * Format: uri
             * @description The hosted payment page, to which the customer is sent
             */
            receipt_url: string;
            /**
             * Format: uri
             * @description Equal to receipt_url; the Django page reads this one
             */
            payment_url?: string;
            /** @description In whole XOF */
            total_amount: number;
            /** @example xof */
            currency?: string;
            /** @description A picture of receipt_url */
            qr_code?: string;
            /** @example Transaction created successfully */
            message?: string;
        };
        /** @description The union of the two shapes that are documented; each SDK reads one of them. */
        Confirmation: {
            /** @constant */
            error: false;
            status: components["schemas"]["Status"];
            /** @example statut de la transaction */
            message?: string;
            transaction?: components["schemas"]["Transaction"];
            marchand?: components["schemas"]["Merchant"];
            /** @description In whole XOF */
            amount?: number;
            /** @description In whole XOF */
            total_amount?: number;
            currency?: string;
            /**
             * @description The customer's mobile money number, masked. Once paid.
             * @example 22996XXXXXX
             */
            account_number?: string;
            /**
             * @description The channel. Once paid.
             * @example MOOV
             */
            source?: string;
            /** @description In whole XOF. Once paid. */
            fees?: number;
            /** @description Amount and fees together, which is what the customer pays. Once paid. */
            net_amount?: number;
            customer?: components["schemas"]["Customer"];
            /**
             * Format: uri
             * @description Once paid.
             */
            receipt_url?: string;
            /** @description Once paid. */
            custom_data?: components["schemas"]["MerchantData"];
        };
        Transaction: {
            _id?: components["schemas"]["TransactionId"];
            _status?: components["schemas"]["Status"];
            /** @example sandbox */
            _env?: string;
            /** @example DEBIT */
            _type?: string;
            /** @example QW9PHIeVyL */
            _reference?: string;
            _amount?: number;
            /** @example BJ */
            _country_code?: string;
            _qrcode?: string;
            _channels?: string[];
            /** Format: date-time */
            _created_at?: string;
            _actions?: components["schemas"]["Actions"];
            _store?: components["schemas"]["Store"];
            __v?: number;
            invoice?: components["schemas"]["Invoice"];
        };
        Invoice: {
            _id?: string;
            /** Format: date-time */
            _created_at?: string;
            currency?: string;
            amount?: number;
            description?: string | null;
            custom_datas?: components["schemas"]["MerchantData"];
            items?: components["schemas"]["Item"][];
            taxes?: components["schemas"]["Tax"][];
            transaction?: components["schemas"]["TransactionId"];
            __v?: number;
        };
        Item: {
            _id?: string;
            name?: string | null;
            quantity?: number | string | null;
            price?: number | string | null;
            total_amount?: number | string | null;
            description?: string | null;
        };
        Tax: {
            _id?: string;
            name?: string | null;
            amount?: number | string | null;
        };
        Actions: {
            cancel_url?: string | null;
            return_url?: string | null;
            callback_url?: string | null;
        };
        Store: {
            name?: string;
            postal_adress?: string | null;
            logo_url?: string | null;
            web_site_url?: string | null;
            phone?: string | null;
            template?: string | null;
        };
        /** @description Intram's page does not show what it holds. */
        Merchant: {
            name?: string;
        };
        /** @description Who paid. Only once paid. */
        Customer: {
            name?: string;
            phone?: string;
            email?: string | null;
        };
        /** @description The body of the confirmation, with the id */
        Notification: components["schemas"]["Confirmation"] & {
            transaction_id: components["schemas"]["TransactionId"];
        };
        /** @description Whatever JSON the merchant attached, which comes back as it was sent */
        MerchantData: {
            [key: string]: unknown;
        } | unknown[] | string | number | boolean | null;
        /**
         * @description PENDING, then exactly one of the others, for good. Other pages of Intram say COMPLETED for SUCCESS and ERROR
         *     for FAIL.
         * @enum {string}
         */
        Status: "PENDING" | "SUCCESS" | "FAIL" | "CANCELED";
        /** @example 5f2d7a96b97d9d3fea912c11 */
        TransactionId: string;
        Error: {
            /** @constant */
            error: true;
            /** @example ERROR */
            status: string;
            /** @example Invalid API keys */
            message: string;
            /** @description What is wrong, and where */
            details?: components["schemas"]["ErrorDetail"][];
        };
        ErrorDetail: {
            /** @example /invoice/amount */
            path: string;
            message: string;
        };
    };
    responses: {
        /** @description The request is wrong, or the transaction is unknown (Intram documents no 404) */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A key is missing or wrong */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Intram failed; whether a payment was created is uncertain */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    requestPayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description The payment is created and waits for the customer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
    confirmTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The transaction_id, or the 10-character reference (as in Intram's Flutter documentation)
                 * @example 5f2d7a96b97d9d3fea912c11
                 */
                transaction_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transaction as it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["ServerError"];
        };
    };
}
