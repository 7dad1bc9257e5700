// Generated from openapi.yaml by `npm run generate`. Change that file instead.

// @ts-nocheck
import { createRequire } from 'node:module'
import type { Compiled } from '../openapi/compiled.ts'

const require = createRequire(import.meta.url)

function make(define) {
  const module = { exports: {} }
  define(module, require)
  return module.exports
}

export const compiled: Compiled = {
requestPayment: {
validators: {
"body": make((module, require) => {
"use strict";module.exports = validate0;module.exports.default = validate0;const schema0 = {"type":"object","required":["invoice","store"],"properties":{"invoice":{"type":"object","required":["currency","amount"],"properties":{"currency":{"type":"string","pattern":"^[xX][oO][fF]$","x-message":"must be XOF, the only currency that Intram documents","examples":["XOF"]},"amount":{"type":["integer","string"],"minimum":1,"maximum":9007199254740991,"pattern":"^0*[1-9][0-9]{0,15}(\\.0+)?$","x-message":"must be a whole number of XOF from 1 to 9007199254740991, such as 13600 or \"13600.00\"","examples":[1000]},"items":{"type":["array","object","null"],"items":{"type":"object","properties":{"name":{"type":["string","null"]},"qte":{"type":["number","string","null"]},"quantity":{"type":["number","string","null"]},"price":{"type":["number","string","null"]},"unit_price":{"type":["number","string","null"]},"totalamount":{"type":["number","string","null"]},"total_amount":{"type":["number","string","null"]},"total_price":{"type":["number","string","null"]},"description":{"type":["string","null"]}}},"additionalProperties":{"type":"object","properties":{"name":{"type":["string","null"]},"qte":{"type":["number","string","null"]},"quantity":{"type":["number","string","null"]},"price":{"type":["number","string","null"]},"unit_price":{"type":["number","string","null"]},"totalamount":{"type":["number","string","null"]},"total_amount":{"type":["number","string","null"]},"total_price":{"type":["number","string","null"]},"description":{"type":["string","null"]}}}},"taxes":{"type":["array","object","null"],"items":{"type":"object","properties":{"name":{"type":["string","null"]},"amount":{"type":["number","string","null"]}}},"additionalProperties":{"type":"object","properties":{"name":{"type":["string","null"]},"amount":{"type":["number","string","null"]}}}},"description":{"type":["string","null"]},"custom_datas":{"type":["object","array","null"],"additionalProperties":true},"keys":{"type":["object","array","null"],"deprecated":true,"writeOnly":true,"properties":{"public":{"type":["string","null"]},"private":{"type":["string","null"]},"secret":{"type":["string","null"]}}},"channels":{"type":["array","null"],"items":{"type":"string"},"examples":[["moov-benin","mtn-benin","visa"]]}}},"store":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1},"tagline":{"type":["string","null"]},"postal_adress":{"type":["string","null"]},"postal_address":{"type":["string","null"]},"phone":{"type":["string","null"]},"phone_number":{"type":["string","null"]},"logo_url":{"type":["string","null"]},"web_site_url":{"type":["string","null"]},"website_url":{"type":["string","null"]},"color":{"type":["string","null"]},"template":{"type":["string","null"]},"cancel_url":{"type":["string","null"],"maxLength":2048,"pattern":"^([hH][tT][tT][pP][sS]?://.+)?$","x-message":"must be an http:// or https:// URL of at most 2048 characters, or an empty string or null for none","examples":["https://monmagasin.com/callback"]},"return_url":{"type":["string","null"],"maxLength":2048,"pattern":"^([hH][tT][tT][pP][sS]?://.+)?$","x-message":"must be an http:// or https:// URL of at most 2048 characters, or an empty string or null for none","examples":["https://monmagasin.com/callback"]},"callback_url":{"type":["string","null"],"maxLength":2048,"pattern":"^([hH][tT][tT][pP][sS]?://.+)?$","x-message":"must be an http:// or https:// URL of at most 2048 characters, or an empty string or null for none","examples":["https://monmagasin.com/callback"]}}},"actions":{"type":["object","null"],"properties":{"cancel_url":{"type":["string","null"],"maxLength":2048,"pattern":"^([hH][tT][tT][pP][sS]?://.+)?$","x-message":"must be an http:// or https:// URL of at most 2048 characters, or an empty string or null for none","examples":["https://monmagasin.com/callback"]},"return_url":{"type":["string","null"],"maxLength":2048,"pattern":"^([hH][tT][tT][pP][sS]?://.+)?$","x-message":"must be an http:// or https:// URL of at most 2048 characters, or an empty string or null for none","examples":["https://monmagasin.com/callback"]},"callback_url":{"type":["string","null"],"maxLength":2048,"pattern":"^([hH][tT][tT][pP][sS]?://.+)?$","x-message":"must be an http:// or https:// URL of at most 2048 characters, or an empty string or null for none","examples":["https://monmagasin.com/callback"]}}},"custom_data":{"type":["object","array","string","number","boolean","null"],"additionalProperties":true}}};const pattern0 = new RegExp("^[xX][oO][fF]$", "u");const pattern1 = new RegExp("^0*[1-9][0-9]{0,15}(\\.0+)?$", "u");const pattern2 = new RegExp("^([hH][tT][tT][pP][sS]?://.+)?$", "u");const func0 = require("ajv/dist/runtime/ucs2length").default;function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(data && typeof data == "object" && !Array.isArray(data)){if(data.invoice === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "invoice"},message:"must have required property '"+"invoice"+"'",schema:schema0.required,parentSchema:schema0,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(data.store === undefined){const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "store"},message:"must have required property '"+"store"+"'",schema:schema0.required,parentSchema:schema0,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if(data.invoice !== undefined){let data0 = data.invoice;if(data0 && typeof data0 == "object" && !Array.isArray(data0)){if(data0.currency === undefined){const err2 = {instancePath:instancePath+"/invoice",schemaPath:"#/properties/invoice/required",keyword:"required",params:{missingProperty: "currency"},message:"must have required property '"+"currency"+"'",schema:schema0.properties.invoice.required,parentSchema:schema0.properties.invoice,data:data0};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(data0.amount === undefined){const err3 = {instancePath:instancePath+"/invoice",schemaPath:"#/properties/invoice/required",keyword:"required",params:{missingProperty: "amount"},message:"must have required property '"+"amount"+"'",schema:schema0.properties.invoice.required,parentSchema:schema0.properties.invoice,data:data0};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}if(data0.currency !== undefined){let data1 = data0.currency;if(typeof data1 === "string"){if(!pattern0.test(data1)){const err4 = {instancePath:instancePath+"/invoice/currency",schemaPath:"#/properties/invoice/properties/currency/pattern",keyword:"pattern",params:{pattern: "^[xX][oO][fF]$"},message:"must match pattern \""+"^[xX][oO][fF]$"+"\"",schema:"^[xX][oO][fF]$",parentSchema:schema0.properties.invoice.properties.currency,data:data1};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}else {const err5 = {instancePath:instancePath+"/invoice/currency",schemaPath:"#/properties/invoice/properties/currency/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.invoice.properties.currency.type,parentSchema:schema0.properties.invoice.properties.currency,data:data1};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}if(data0.amount !== undefined){let data2 = data0.amount;if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (typeof data2 !== "string")){const err6 = {instancePath:instancePath+"/invoice/amount",schemaPath:"#/properties/invoice/properties/amount/type",keyword:"type",params:{type: schema0.properties.invoice.properties.amount.type},message:"must be integer,string",schema:schema0.properties.invoice.properties.amount.type,parentSchema:schema0.properties.invoice.properties.amount,data:data2};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 9007199254740991 || isNaN(data2)){const err7 = {instancePath:instancePath+"/invoice/amount",schemaPath:"#/properties/invoice/properties/amount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema0.properties.invoice.properties.amount,data:data2};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}if(data2 < 1 || isNaN(data2)){const err8 = {instancePath:instancePath+"/invoice/amount",schemaPath:"#/properties/invoice/properties/amount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema0.properties.invoice.properties.amount,data:data2};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}}if(typeof data2 === "string"){if(!pattern1.test(data2)){const err9 = {instancePath:instancePath+"/invoice/amount",schemaPath:"#/properties/invoice/properties/amount/pattern",keyword:"pattern",params:{pattern: "^0*[1-9][0-9]{0,15}(\\.0+)?$"},message:"must match pattern \""+"^0*[1-9][0-9]{0,15}(\\.0+)?$"+"\"",schema:"^0*[1-9][0-9]{0,15}(\\.0+)?$",parentSchema:schema0.properties.invoice.properties.amount,data:data2};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}}if(data0.items !== undefined){let data3 = data0.items;if(typeof data3 != "object"){const err10 = {instancePath:instancePath+"/invoice/items",schemaPath:"#/properties/invoice/properties/items/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.type},message:"must be array,object,null",schema:schema0.properties.invoice.properties.items.type,parentSchema:schema0.properties.invoice.properties.items,data:data3};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}if(Array.isArray(data3)){const len0 = data3.length;for(let i0=0; i0<len0; i0++){let data4 = data3[i0];if(data4 && typeof data4 == "object" && !Array.isArray(data4)){if(data4.name !== undefined){let data5 = data4.name;if((typeof data5 !== "string") && (data5 !== null)){const err11 = {instancePath:instancePath+"/invoice/items/" + i0+"/name",schemaPath:"#/properties/invoice/properties/items/items/properties/name/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.name.type},message:"must be string,null",schema:schema0.properties.invoice.properties.items.items.properties.name.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.name,data:data5};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}if(data4.qte !== undefined){let data6 = data4.qte;if(((!((typeof data6 == "number") && (isFinite(data6)))) && (typeof data6 !== "string")) && (data6 !== null)){const err12 = {instancePath:instancePath+"/invoice/items/" + i0+"/qte",schemaPath:"#/properties/invoice/properties/items/items/properties/qte/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.qte.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.items.properties.qte.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.qte,data:data6};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}if(data4.quantity !== undefined){let data7 = data4.quantity;if(((!((typeof data7 == "number") && (isFinite(data7)))) && (typeof data7 !== "string")) && (data7 !== null)){const err13 = {instancePath:instancePath+"/invoice/items/" + i0+"/quantity",schemaPath:"#/properties/invoice/properties/items/items/properties/quantity/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.quantity.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.items.properties.quantity.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.quantity,data:data7};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}if(data4.price !== undefined){let data8 = data4.price;if(((!((typeof data8 == "number") && (isFinite(data8)))) && (typeof data8 !== "string")) && (data8 !== null)){const err14 = {instancePath:instancePath+"/invoice/items/" + i0+"/price",schemaPath:"#/properties/invoice/properties/items/items/properties/price/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.price.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.items.properties.price.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.price,data:data8};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}if(data4.unit_price !== undefined){let data9 = data4.unit_price;if(((!((typeof data9 == "number") && (isFinite(data9)))) && (typeof data9 !== "string")) && (data9 !== null)){const err15 = {instancePath:instancePath+"/invoice/items/" + i0+"/unit_price",schemaPath:"#/properties/invoice/properties/items/items/properties/unit_price/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.unit_price.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.items.properties.unit_price.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.unit_price,data:data9};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}}if(data4.totalamount !== undefined){let data10 = data4.totalamount;if(((!((typeof data10 == "number") && (isFinite(data10)))) && (typeof data10 !== "string")) && (data10 !== null)){const err16 = {instancePath:instancePath+"/invoice/items/" + i0+"/totalamount",schemaPath:"#/properties/invoice/properties/items/items/properties/totalamount/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.totalamount.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.items.properties.totalamount.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.totalamount,data:data10};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}}if(data4.total_amount !== undefined){let data11 = data4.total_amount;if(((!((typeof data11 == "number") && (isFinite(data11)))) && (typeof data11 !== "string")) && (data11 !== null)){const err17 = {instancePath:instancePath+"/invoice/items/" + i0+"/total_amount",schemaPath:"#/properties/invoice/properties/items/items/properties/total_amount/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.total_amount.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.items.properties.total_amount.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.total_amount,data:data11};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}}if(data4.total_price !== undefined){let data12 = data4.total_price;if(((!((typeof data12 == "number") && (isFinite(data12)))) && (typeof data12 !== "string")) && (data12 !== null)){const err18 = {instancePath:instancePath+"/invoice/items/" + i0+"/total_price",schemaPath:"#/properties/invoice/properties/items/items/properties/total_price/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.total_price.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.items.properties.total_price.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.total_price,data:data12};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}}if(data4.description !== undefined){let data13 = data4.description;if((typeof data13 !== "string") && (data13 !== null)){const err19 = {instancePath:instancePath+"/invoice/items/" + i0+"/description",schemaPath:"#/properties/invoice/properties/items/items/properties/description/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.items.properties.description.type},message:"must be string,null",schema:schema0.properties.invoice.properties.items.items.properties.description.type,parentSchema:schema0.properties.invoice.properties.items.items.properties.description,data:data13};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}}}else {const err20 = {instancePath:instancePath+"/invoice/items/" + i0,schemaPath:"#/properties/invoice/properties/items/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.invoice.properties.items.items.type,parentSchema:schema0.properties.invoice.properties.items.items,data:data4};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}}}if(data3 && typeof data3 == "object" && !Array.isArray(data3)){for(const key0 in data3){let data14 = data3[key0];if(data14 && typeof data14 == "object" && !Array.isArray(data14)){if(data14.name !== undefined){let data15 = data14.name;if((typeof data15 !== "string") && (data15 !== null)){const err21 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/name/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.name.type},message:"must be string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.name.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.name,data:data15};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}}if(data14.qte !== undefined){let data16 = data14.qte;if(((!((typeof data16 == "number") && (isFinite(data16)))) && (typeof data16 !== "string")) && (data16 !== null)){const err22 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/qte",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/qte/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.qte.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.qte.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.qte,data:data16};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;}}if(data14.quantity !== undefined){let data17 = data14.quantity;if(((!((typeof data17 == "number") && (isFinite(data17)))) && (typeof data17 !== "string")) && (data17 !== null)){const err23 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/quantity",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/quantity/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.quantity.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.quantity.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.quantity,data:data17};if(vErrors === null){vErrors = [err23];}else {vErrors.push(err23);}errors++;}}if(data14.price !== undefined){let data18 = data14.price;if(((!((typeof data18 == "number") && (isFinite(data18)))) && (typeof data18 !== "string")) && (data18 !== null)){const err24 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/price",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/price/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.price.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.price.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.price,data:data18};if(vErrors === null){vErrors = [err24];}else {vErrors.push(err24);}errors++;}}if(data14.unit_price !== undefined){let data19 = data14.unit_price;if(((!((typeof data19 == "number") && (isFinite(data19)))) && (typeof data19 !== "string")) && (data19 !== null)){const err25 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/unit_price",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/unit_price/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.unit_price.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.unit_price.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.unit_price,data:data19};if(vErrors === null){vErrors = [err25];}else {vErrors.push(err25);}errors++;}}if(data14.totalamount !== undefined){let data20 = data14.totalamount;if(((!((typeof data20 == "number") && (isFinite(data20)))) && (typeof data20 !== "string")) && (data20 !== null)){const err26 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/totalamount",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/totalamount/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.totalamount.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.totalamount.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.totalamount,data:data20};if(vErrors === null){vErrors = [err26];}else {vErrors.push(err26);}errors++;}}if(data14.total_amount !== undefined){let data21 = data14.total_amount;if(((!((typeof data21 == "number") && (isFinite(data21)))) && (typeof data21 !== "string")) && (data21 !== null)){const err27 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/total_amount",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/total_amount/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.total_amount.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.total_amount.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.total_amount,data:data21};if(vErrors === null){vErrors = [err27];}else {vErrors.push(err27);}errors++;}}if(data14.total_price !== undefined){let data22 = data14.total_price;if(((!((typeof data22 == "number") && (isFinite(data22)))) && (typeof data22 !== "string")) && (data22 !== null)){const err28 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/total_price",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/total_price/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.total_price.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.total_price.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.total_price,data:data22};if(vErrors === null){vErrors = [err28];}else {vErrors.push(err28);}errors++;}}if(data14.description !== undefined){let data23 = data14.description;if((typeof data23 !== "string") && (data23 !== null)){const err29 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/invoice/properties/items/additionalProperties/properties/description/type",keyword:"type",params:{type: schema0.properties.invoice.properties.items.additionalProperties.properties.description.type},message:"must be string,null",schema:schema0.properties.invoice.properties.items.additionalProperties.properties.description.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties.properties.description,data:data23};if(vErrors === null){vErrors = [err29];}else {vErrors.push(err29);}errors++;}}}else {const err30 = {instancePath:instancePath+"/invoice/items/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/invoice/properties/items/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.invoice.properties.items.additionalProperties.type,parentSchema:schema0.properties.invoice.properties.items.additionalProperties,data:data14};if(vErrors === null){vErrors = [err30];}else {vErrors.push(err30);}errors++;}}}}if(data0.taxes !== undefined){let data24 = data0.taxes;if(typeof data24 != "object"){const err31 = {instancePath:instancePath+"/invoice/taxes",schemaPath:"#/properties/invoice/properties/taxes/type",keyword:"type",params:{type: schema0.properties.invoice.properties.taxes.type},message:"must be array,object,null",schema:schema0.properties.invoice.properties.taxes.type,parentSchema:schema0.properties.invoice.properties.taxes,data:data24};if(vErrors === null){vErrors = [err31];}else {vErrors.push(err31);}errors++;}if(Array.isArray(data24)){const len1 = data24.length;for(let i1=0; i1<len1; i1++){let data25 = data24[i1];if(data25 && typeof data25 == "object" && !Array.isArray(data25)){if(data25.name !== undefined){let data26 = data25.name;if((typeof data26 !== "string") && (data26 !== null)){const err32 = {instancePath:instancePath+"/invoice/taxes/" + i1+"/name",schemaPath:"#/properties/invoice/properties/taxes/items/properties/name/type",keyword:"type",params:{type: schema0.properties.invoice.properties.taxes.items.properties.name.type},message:"must be string,null",schema:schema0.properties.invoice.properties.taxes.items.properties.name.type,parentSchema:schema0.properties.invoice.properties.taxes.items.properties.name,data:data26};if(vErrors === null){vErrors = [err32];}else {vErrors.push(err32);}errors++;}}if(data25.amount !== undefined){let data27 = data25.amount;if(((!((typeof data27 == "number") && (isFinite(data27)))) && (typeof data27 !== "string")) && (data27 !== null)){const err33 = {instancePath:instancePath+"/invoice/taxes/" + i1+"/amount",schemaPath:"#/properties/invoice/properties/taxes/items/properties/amount/type",keyword:"type",params:{type: schema0.properties.invoice.properties.taxes.items.properties.amount.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.taxes.items.properties.amount.type,parentSchema:schema0.properties.invoice.properties.taxes.items.properties.amount,data:data27};if(vErrors === null){vErrors = [err33];}else {vErrors.push(err33);}errors++;}}}else {const err34 = {instancePath:instancePath+"/invoice/taxes/" + i1,schemaPath:"#/properties/invoice/properties/taxes/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.invoice.properties.taxes.items.type,parentSchema:schema0.properties.invoice.properties.taxes.items,data:data25};if(vErrors === null){vErrors = [err34];}else {vErrors.push(err34);}errors++;}}}if(data24 && typeof data24 == "object" && !Array.isArray(data24)){for(const key1 in data24){let data28 = data24[key1];if(data28 && typeof data28 == "object" && !Array.isArray(data28)){if(data28.name !== undefined){let data29 = data28.name;if((typeof data29 !== "string") && (data29 !== null)){const err35 = {instancePath:instancePath+"/invoice/taxes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/properties/invoice/properties/taxes/additionalProperties/properties/name/type",keyword:"type",params:{type: schema0.properties.invoice.properties.taxes.additionalProperties.properties.name.type},message:"must be string,null",schema:schema0.properties.invoice.properties.taxes.additionalProperties.properties.name.type,parentSchema:schema0.properties.invoice.properties.taxes.additionalProperties.properties.name,data:data29};if(vErrors === null){vErrors = [err35];}else {vErrors.push(err35);}errors++;}}if(data28.amount !== undefined){let data30 = data28.amount;if(((!((typeof data30 == "number") && (isFinite(data30)))) && (typeof data30 !== "string")) && (data30 !== null)){const err36 = {instancePath:instancePath+"/invoice/taxes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/amount",schemaPath:"#/properties/invoice/properties/taxes/additionalProperties/properties/amount/type",keyword:"type",params:{type: schema0.properties.invoice.properties.taxes.additionalProperties.properties.amount.type},message:"must be number,string,null",schema:schema0.properties.invoice.properties.taxes.additionalProperties.properties.amount.type,parentSchema:schema0.properties.invoice.properties.taxes.additionalProperties.properties.amount,data:data30};if(vErrors === null){vErrors = [err36];}else {vErrors.push(err36);}errors++;}}}else {const err37 = {instancePath:instancePath+"/invoice/taxes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/invoice/properties/taxes/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.invoice.properties.taxes.additionalProperties.type,parentSchema:schema0.properties.invoice.properties.taxes.additionalProperties,data:data28};if(vErrors === null){vErrors = [err37];}else {vErrors.push(err37);}errors++;}}}}if(data0.description !== undefined){let data31 = data0.description;if((typeof data31 !== "string") && (data31 !== null)){const err38 = {instancePath:instancePath+"/invoice/description",schemaPath:"#/properties/invoice/properties/description/type",keyword:"type",params:{type: schema0.properties.invoice.properties.description.type},message:"must be string,null",schema:schema0.properties.invoice.properties.description.type,parentSchema:schema0.properties.invoice.properties.description,data:data31};if(vErrors === null){vErrors = [err38];}else {vErrors.push(err38);}errors++;}}if(data0.custom_datas !== undefined){let data32 = data0.custom_datas;if(typeof data32 != "object"){const err39 = {instancePath:instancePath+"/invoice/custom_datas",schemaPath:"#/properties/invoice/properties/custom_datas/type",keyword:"type",params:{type: schema0.properties.invoice.properties.custom_datas.type},message:"must be object,array,null",schema:schema0.properties.invoice.properties.custom_datas.type,parentSchema:schema0.properties.invoice.properties.custom_datas,data:data32};if(vErrors === null){vErrors = [err39];}else {vErrors.push(err39);}errors++;}}if(data0.keys !== undefined){let data33 = data0.keys;if(typeof data33 != "object"){const err40 = {instancePath:instancePath+"/invoice/keys",schemaPath:"#/properties/invoice/properties/keys/type",keyword:"type",params:{type: schema0.properties.invoice.properties.keys.type},message:"must be object,array,null",schema:schema0.properties.invoice.properties.keys.type,parentSchema:schema0.properties.invoice.properties.keys,data:data33};if(vErrors === null){vErrors = [err40];}else {vErrors.push(err40);}errors++;}if(data33 && typeof data33 == "object" && !Array.isArray(data33)){if(data33.public !== undefined){let data34 = data33.public;if((typeof data34 !== "string") && (data34 !== null)){const err41 = {instancePath:instancePath+"/invoice/keys/public",schemaPath:"#/properties/invoice/properties/keys/properties/public/type",keyword:"type",params:{type: schema0.properties.invoice.properties.keys.properties.public.type},message:"must be string,null",schema:schema0.properties.invoice.properties.keys.properties.public.type,parentSchema:schema0.properties.invoice.properties.keys.properties.public,data:data34};if(vErrors === null){vErrors = [err41];}else {vErrors.push(err41);}errors++;}}if(data33.private !== undefined){let data35 = data33.private;if((typeof data35 !== "string") && (data35 !== null)){const err42 = {instancePath:instancePath+"/invoice/keys/private",schemaPath:"#/properties/invoice/properties/keys/properties/private/type",keyword:"type",params:{type: schema0.properties.invoice.properties.keys.properties.private.type},message:"must be string,null",schema:schema0.properties.invoice.properties.keys.properties.private.type,parentSchema:schema0.properties.invoice.properties.keys.properties.private,data:data35};if(vErrors === null){vErrors = [err42];}else {vErrors.push(err42);}errors++;}}if(data33.secret !== undefined){let data36 = data33.secret;if((typeof data36 !== "string") && (data36 !== null)){const err43 = {instancePath:instancePath+"/invoice/keys/secret",schemaPath:"#/properties/invoice/properties/keys/properties/secret/type",keyword:"type",params:{type: schema0.properties.invoice.properties.keys.properties.secret.type},message:"must be string,null",schema:schema0.properties.invoice.properties.keys.properties.secret.type,parentSchema:schema0.properties.invoice.properties.keys.properties.secret,data:data36};if(vErrors === null){vErrors = [err43];}else {vErrors.push(err43);}errors++;}}}}if(data0.channels !== undefined){let data37 = data0.channels;if((!(Array.isArray(data37))) && (data37 !== null)){const err44 = {instancePath:instancePath+"/invoice/channels",schemaPath:"#/properties/invoice/properties/channels/type",keyword:"type",params:{type: schema0.properties.invoice.properties.channels.type},message:"must be array,null",schema:schema0.properties.invoice.properties.channels.type,parentSchema:schema0.properties.invoice.properties.channels,data:data37};if(vErrors === null){vErrors = [err44];}else {vErrors.push(err44);}errors++;}if(Array.isArray(data37)){const len2 = data37.length;for(let i2=0; i2<len2; i2++){let data38 = data37[i2];if(typeof data38 !== "string"){const err45 = {instancePath:instancePath+"/invoice/channels/" + i2,schemaPath:"#/properties/invoice/properties/channels/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.invoice.properties.channels.items.type,parentSchema:schema0.properties.invoice.properties.channels.items,data:data38};if(vErrors === null){vErrors = [err45];}else {vErrors.push(err45);}errors++;}}}}}else {const err46 = {instancePath:instancePath+"/invoice",schemaPath:"#/properties/invoice/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.invoice.type,parentSchema:schema0.properties.invoice,data:data0};if(vErrors === null){vErrors = [err46];}else {vErrors.push(err46);}errors++;}}if(data.store !== undefined){let data39 = data.store;if(data39 && typeof data39 == "object" && !Array.isArray(data39)){if(data39.name === undefined){const err47 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema0.properties.store.required,parentSchema:schema0.properties.store,data:data39};if(vErrors === null){vErrors = [err47];}else {vErrors.push(err47);}errors++;}if(data39.name !== undefined){let data40 = data39.name;if(typeof data40 === "string"){if(func0(data40) < 1){const err48 = {instancePath:instancePath+"/store/name",schemaPath:"#/properties/store/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema0.properties.store.properties.name,data:data40};if(vErrors === null){vErrors = [err48];}else {vErrors.push(err48);}errors++;}}else {const err49 = {instancePath:instancePath+"/store/name",schemaPath:"#/properties/store/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.store.properties.name.type,parentSchema:schema0.properties.store.properties.name,data:data40};if(vErrors === null){vErrors = [err49];}else {vErrors.push(err49);}errors++;}}if(data39.tagline !== undefined){let data41 = data39.tagline;if((typeof data41 !== "string") && (data41 !== null)){const err50 = {instancePath:instancePath+"/store/tagline",schemaPath:"#/properties/store/properties/tagline/type",keyword:"type",params:{type: schema0.properties.store.properties.tagline.type},message:"must be string,null",schema:schema0.properties.store.properties.tagline.type,parentSchema:schema0.properties.store.properties.tagline,data:data41};if(vErrors === null){vErrors = [err50];}else {vErrors.push(err50);}errors++;}}if(data39.postal_adress !== undefined){let data42 = data39.postal_adress;if((typeof data42 !== "string") && (data42 !== null)){const err51 = {instancePath:instancePath+"/store/postal_adress",schemaPath:"#/properties/store/properties/postal_adress/type",keyword:"type",params:{type: schema0.properties.store.properties.postal_adress.type},message:"must be string,null",schema:schema0.properties.store.properties.postal_adress.type,parentSchema:schema0.properties.store.properties.postal_adress,data:data42};if(vErrors === null){vErrors = [err51];}else {vErrors.push(err51);}errors++;}}if(data39.postal_address !== undefined){let data43 = data39.postal_address;if((typeof data43 !== "string") && (data43 !== null)){const err52 = {instancePath:instancePath+"/store/postal_address",schemaPath:"#/properties/store/properties/postal_address/type",keyword:"type",params:{type: schema0.properties.store.properties.postal_address.type},message:"must be string,null",schema:schema0.properties.store.properties.postal_address.type,parentSchema:schema0.properties.store.properties.postal_address,data:data43};if(vErrors === null){vErrors = [err52];}else {vErrors.push(err52);}errors++;}}if(data39.phone !== undefined){let data44 = data39.phone;if((typeof data44 !== "string") && (data44 !== null)){const err53 = {instancePath:instancePath+"/store/phone",schemaPath:"#/properties/store/properties/phone/type",keyword:"type",params:{type: schema0.properties.store.properties.phone.type},message:"must be string,null",schema:schema0.properties.store.properties.phone.type,parentSchema:schema0.properties.store.properties.phone,data:data44};if(vErrors === null){vErrors = [err53];}else {vErrors.push(err53);}errors++;}}if(data39.phone_number !== undefined){let data45 = data39.phone_number;if((typeof data45 !== "string") && (data45 !== null)){const err54 = {instancePath:instancePath+"/store/phone_number",schemaPath:"#/properties/store/properties/phone_number/type",keyword:"type",params:{type: schema0.properties.store.properties.phone_number.type},message:"must be string,null",schema:schema0.properties.store.properties.phone_number.type,parentSchema:schema0.properties.store.properties.phone_number,data:data45};if(vErrors === null){vErrors = [err54];}else {vErrors.push(err54);}errors++;}}if(data39.logo_url !== undefined){let data46 = data39.logo_url;if((typeof data46 !== "string") && (data46 !== null)){const err55 = {instancePath:instancePath+"/store/logo_url",schemaPath:"#/properties/store/properties/logo_url/type",keyword:"type",params:{type: schema0.properties.store.properties.logo_url.type},message:"must be string,null",schema:schema0.properties.store.properties.logo_url.type,parentSchema:schema0.properties.store.properties.logo_url,data:data46};if(vErrors === null){vErrors = [err55];}else {vErrors.push(err55);}errors++;}}if(data39.web_site_url !== undefined){let data47 = data39.web_site_url;if((typeof data47 !== "string") && (data47 !== null)){const err56 = {instancePath:instancePath+"/store/web_site_url",schemaPath:"#/properties/store/properties/web_site_url/type",keyword:"type",params:{type: schema0.properties.store.properties.web_site_url.type},message:"must be string,null",schema:schema0.properties.store.properties.web_site_url.type,parentSchema:schema0.properties.store.properties.web_site_url,data:data47};if(vErrors === null){vErrors = [err56];}else {vErrors.push(err56);}errors++;}}if(data39.website_url !== undefined){let data48 = data39.website_url;if((typeof data48 !== "string") && (data48 !== null)){const err57 = {instancePath:instancePath+"/store/website_url",schemaPath:"#/properties/store/properties/website_url/type",keyword:"type",params:{type: schema0.properties.store.properties.website_url.type},message:"must be string,null",schema:schema0.properties.store.properties.website_url.type,parentSchema:schema0.properties.store.properties.website_url,data:data48};if(vErrors === null){vErrors = [err57];}else {vErrors.push(err57);}errors++;}}if(data39.color !== undefined){let data49 = data39.color;if((typeof data49 !== "string") && (data49 !== null)){const err58 = {instancePath:instancePath+"/store/color",schemaPath:"#/properties/store/properties/color/type",keyword:"type",params:{type: schema0.properties.store.properties.color.type},message:"must be string,null",schema:schema0.properties.store.properties.color.type,parentSchema:schema0.properties.store.properties.color,data:data49};if(vErrors === null){vErrors = [err58];}else {vErrors.push(err58);}errors++;}}if(data39.template !== undefined){let data50 = data39.template;if((typeof data50 !== "string") && (data50 !== null)){const err59 = {instancePath:instancePath+"/store/template",schemaPath:"#/properties/store/properties/template/type",keyword:"type",params:{type: schema0.properties.store.properties.template.type},message:"must be string,null",schema:schema0.properties.store.properties.template.type,parentSchema:schema0.properties.store.properties.template,data:data50};if(vErrors === null){vErrors = [err59];}else {vErrors.push(err59);}errors++;}}if(data39.cancel_url !== undefined){let data51 = data39.cancel_url;if((typeof data51 !== "string") && (data51 !== null)){const err60 = {instancePath:instancePath+"/store/cancel_url",schemaPath:"#/properties/store/properties/cancel_url/type",keyword:"type",params:{type: schema0.properties.store.properties.cancel_url.type},message:"must be string,null",schema:schema0.properties.store.properties.cancel_url.type,parentSchema:schema0.properties.store.properties.cancel_url,data:data51};if(vErrors === null){vErrors = [err60];}else {vErrors.push(err60);}errors++;}if(typeof data51 === "string"){if(func0(data51) > 2048){const err61 = {instancePath:instancePath+"/store/cancel_url",schemaPath:"#/properties/store/properties/cancel_url/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema0.properties.store.properties.cancel_url,data:data51};if(vErrors === null){vErrors = [err61];}else {vErrors.push(err61);}errors++;}if(!pattern2.test(data51)){const err62 = {instancePath:instancePath+"/store/cancel_url",schemaPath:"#/properties/store/properties/cancel_url/pattern",keyword:"pattern",params:{pattern: "^([hH][tT][tT][pP][sS]?://.+)?$"},message:"must match pattern \""+"^([hH][tT][tT][pP][sS]?://.+)?$"+"\"",schema:"^([hH][tT][tT][pP][sS]?://.+)?$",parentSchema:schema0.properties.store.properties.cancel_url,data:data51};if(vErrors === null){vErrors = [err62];}else {vErrors.push(err62);}errors++;}}}if(data39.return_url !== undefined){let data52 = data39.return_url;if((typeof data52 !== "string") && (data52 !== null)){const err63 = {instancePath:instancePath+"/store/return_url",schemaPath:"#/properties/store/properties/return_url/type",keyword:"type",params:{type: schema0.properties.store.properties.return_url.type},message:"must be string,null",schema:schema0.properties.store.properties.return_url.type,parentSchema:schema0.properties.store.properties.return_url,data:data52};if(vErrors === null){vErrors = [err63];}else {vErrors.push(err63);}errors++;}if(typeof data52 === "string"){if(func0(data52) > 2048){const err64 = {instancePath:instancePath+"/store/return_url",schemaPath:"#/properties/store/properties/return_url/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema0.properties.store.properties.return_url,data:data52};if(vErrors === null){vErrors = [err64];}else {vErrors.push(err64);}errors++;}if(!pattern2.test(data52)){const err65 = {instancePath:instancePath+"/store/return_url",schemaPath:"#/properties/store/properties/return_url/pattern",keyword:"pattern",params:{pattern: "^([hH][tT][tT][pP][sS]?://.+)?$"},message:"must match pattern \""+"^([hH][tT][tT][pP][sS]?://.+)?$"+"\"",schema:"^([hH][tT][tT][pP][sS]?://.+)?$",parentSchema:schema0.properties.store.properties.return_url,data:data52};if(vErrors === null){vErrors = [err65];}else {vErrors.push(err65);}errors++;}}}if(data39.callback_url !== undefined){let data53 = data39.callback_url;if((typeof data53 !== "string") && (data53 !== null)){const err66 = {instancePath:instancePath+"/store/callback_url",schemaPath:"#/properties/store/properties/callback_url/type",keyword:"type",params:{type: schema0.properties.store.properties.callback_url.type},message:"must be string,null",schema:schema0.properties.store.properties.callback_url.type,parentSchema:schema0.properties.store.properties.callback_url,data:data53};if(vErrors === null){vErrors = [err66];}else {vErrors.push(err66);}errors++;}if(typeof data53 === "string"){if(func0(data53) > 2048){const err67 = {instancePath:instancePath+"/store/callback_url",schemaPath:"#/properties/store/properties/callback_url/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema0.properties.store.properties.callback_url,data:data53};if(vErrors === null){vErrors = [err67];}else {vErrors.push(err67);}errors++;}if(!pattern2.test(data53)){const err68 = {instancePath:instancePath+"/store/callback_url",schemaPath:"#/properties/store/properties/callback_url/pattern",keyword:"pattern",params:{pattern: "^([hH][tT][tT][pP][sS]?://.+)?$"},message:"must match pattern \""+"^([hH][tT][tT][pP][sS]?://.+)?$"+"\"",schema:"^([hH][tT][tT][pP][sS]?://.+)?$",parentSchema:schema0.properties.store.properties.callback_url,data:data53};if(vErrors === null){vErrors = [err68];}else {vErrors.push(err68);}errors++;}}}}else {const err69 = {instancePath:instancePath+"/store",schemaPath:"#/properties/store/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.properties.store.type,parentSchema:schema0.properties.store,data:data39};if(vErrors === null){vErrors = [err69];}else {vErrors.push(err69);}errors++;}}if(data.actions !== undefined){let data54 = data.actions;if((!(data54 && typeof data54 == "object" && !Array.isArray(data54))) && (data54 !== null)){const err70 = {instancePath:instancePath+"/actions",schemaPath:"#/properties/actions/type",keyword:"type",params:{type: schema0.properties.actions.type},message:"must be object,null",schema:schema0.properties.actions.type,parentSchema:schema0.properties.actions,data:data54};if(vErrors === null){vErrors = [err70];}else {vErrors.push(err70);}errors++;}if(data54 && typeof data54 == "object" && !Array.isArray(data54)){if(data54.cancel_url !== undefined){let data55 = data54.cancel_url;if((typeof data55 !== "string") && (data55 !== null)){const err71 = {instancePath:instancePath+"/actions/cancel_url",schemaPath:"#/properties/actions/properties/cancel_url/type",keyword:"type",params:{type: schema0.properties.actions.properties.cancel_url.type},message:"must be string,null",schema:schema0.properties.actions.properties.cancel_url.type,parentSchema:schema0.properties.actions.properties.cancel_url,data:data55};if(vErrors === null){vErrors = [err71];}else {vErrors.push(err71);}errors++;}if(typeof data55 === "string"){if(func0(data55) > 2048){const err72 = {instancePath:instancePath+"/actions/cancel_url",schemaPath:"#/properties/actions/properties/cancel_url/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema0.properties.actions.properties.cancel_url,data:data55};if(vErrors === null){vErrors = [err72];}else {vErrors.push(err72);}errors++;}if(!pattern2.test(data55)){const err73 = {instancePath:instancePath+"/actions/cancel_url",schemaPath:"#/properties/actions/properties/cancel_url/pattern",keyword:"pattern",params:{pattern: "^([hH][tT][tT][pP][sS]?://.+)?$"},message:"must match pattern \""+"^([hH][tT][tT][pP][sS]?://.+)?$"+"\"",schema:"^([hH][tT][tT][pP][sS]?://.+)?$",parentSchema:schema0.properties.actions.properties.cancel_url,data:data55};if(vErrors === null){vErrors = [err73];}else {vErrors.push(err73);}errors++;}}}if(data54.return_url !== undefined){let data56 = data54.return_url;if((typeof data56 !== "string") && (data56 !== null)){const err74 = {instancePath:instancePath+"/actions/return_url",schemaPath:"#/properties/actions/properties/return_url/type",keyword:"type",params:{type: schema0.properties.actions.properties.return_url.type},message:"must be string,null",schema:schema0.properties.actions.properties.return_url.type,parentSchema:schema0.properties.actions.properties.return_url,data:data56};if(vErrors === null){vErrors = [err74];}else {vErrors.push(err74);}errors++;}if(typeof data56 === "string"){if(func0(data56) > 2048){const err75 = {instancePath:instancePath+"/actions/return_url",schemaPath:"#/properties/actions/properties/return_url/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema0.properties.actions.properties.return_url,data:data56};if(vErrors === null){vErrors = [err75];}else {vErrors.push(err75);}errors++;}if(!pattern2.test(data56)){const err76 = {instancePath:instancePath+"/actions/return_url",schemaPath:"#/properties/actions/properties/return_url/pattern",keyword:"pattern",params:{pattern: "^([hH][tT][tT][pP][sS]?://.+)?$"},message:"must match pattern \""+"^([hH][tT][tT][pP][sS]?://.+)?$"+"\"",schema:"^([hH][tT][tT][pP][sS]?://.+)?$",parentSchema:schema0.properties.actions.properties.return_url,data:data56};if(vErrors === null){vErrors = [err76];}else {vErrors.push(err76);}errors++;}}}if(data54.callback_url !== undefined){let data57 = data54.callback_url;if((typeof data57 !== "string") && (data57 !== null)){const err77 = {instancePath:instancePath+"/actions/callback_url",schemaPath:"#/properties/actions/properties/callback_url/type",keyword:"type",params:{type: schema0.properties.actions.properties.callback_url.type},message:"must be string,null",schema:schema0.properties.actions.properties.callback_url.type,parentSchema:schema0.properties.actions.properties.callback_url,data:data57};if(vErrors === null){vErrors = [err77];}else {vErrors.push(err77);}errors++;}if(typeof data57 === "string"){if(func0(data57) > 2048){const err78 = {instancePath:instancePath+"/actions/callback_url",schemaPath:"#/properties/actions/properties/callback_url/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters",schema:2048,parentSchema:schema0.properties.actions.properties.callback_url,data:data57};if(vErrors === null){vErrors = [err78];}else {vErrors.push(err78);}errors++;}if(!pattern2.test(data57)){const err79 = {instancePath:instancePath+"/actions/callback_url",schemaPath:"#/properties/actions/properties/callback_url/pattern",keyword:"pattern",params:{pattern: "^([hH][tT][tT][pP][sS]?://.+)?$"},message:"must match pattern \""+"^([hH][tT][tT][pP][sS]?://.+)?$"+"\"",schema:"^([hH][tT][tT][pP][sS]?://.+)?$",parentSchema:schema0.properties.actions.properties.callback_url,data:data57};if(vErrors === null){vErrors = [err79];}else {vErrors.push(err79);}errors++;}}}}}if(data.custom_data !== undefined){let data58 = data.custom_data;if((((typeof data58 != "object") && (typeof data58 !== "string")) && (!((typeof data58 == "number") && (isFinite(data58))))) && (typeof data58 !== "boolean")){const err80 = {instancePath:instancePath+"/custom_data",schemaPath:"#/properties/custom_data/type",keyword:"type",params:{type: schema0.properties.custom_data.type},message:"must be object,array,string,number,boolean,null",schema:schema0.properties.custom_data.type,parentSchema:schema0.properties.custom_data,data:data58};if(vErrors === null){vErrors = [err80];}else {vErrors.push(err80);}errors++;}}}else {const err81 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.type,parentSchema:schema0,data};if(vErrors === null){vErrors = [err81];}else {vErrors.push(err81);}errors++;}validate0.errors = vErrors;return errors === 0;}
}),
},
serializers: {
"200": make((module, require) => {

  'use strict'

  const Serializer = require('fast-json-stringify/lib/serializer')
  const serializerState = {"mode":"standalone"}
  const serializer = Serializer.restoreFromState(serializerState)

  const validator = null


  module.exports = function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_error_1 = obj["error"]
      if (value_error_1 !== undefined) {
        json += "{\"error\":"
        json += "false"
      } else {
        throw new Error('"error" is required!')
      }
      
      const value_status_2 = obj["status"]
      if (value_status_2 !== undefined) {
        json += ",\"status\":"
        
        if (typeof value_status_2 !== 'string') {
          if (value_status_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_status_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_status_2.toISOString() + JSON_STR_QUOTE
          } else if (value_status_2 instanceof RegExp) {
            json += asString(value_status_2.source)
          } else {
            json += asString(value_status_2.toString())
          }
        } else {
          json += asString(value_status_2)
        }
        
      } else {
        throw new Error('"status" is required!')
      }
      
      const value_transaction_id_3 = obj["transaction_id"]
      if (value_transaction_id_3 !== undefined) {
        json += ",\"transaction_id\":"
        
        if (typeof value_transaction_id_3 !== 'string') {
          if (value_transaction_id_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_transaction_id_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_transaction_id_3.toISOString() + JSON_STR_QUOTE
          } else if (value_transaction_id_3 instanceof RegExp) {
            json += asString(value_transaction_id_3.source)
          } else {
            json += asString(value_transaction_id_3.toString())
          }
        } else {
          json += asString(value_transaction_id_3)
        }
        
      } else {
        throw new Error('"transaction_id" is required!')
      }
      
      const value_receipt_url_4 = obj["receipt_url"]
      if (value_receipt_url_4 !== undefined) {
        json += ",\"receipt_url\":"
        
        if (typeof value_receipt_url_4 !== 'string') {
          if (value_receipt_url_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_receipt_url_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_receipt_url_4.toISOString() + JSON_STR_QUOTE
          } else if (value_receipt_url_4 instanceof RegExp) {
            json += asString(value_receipt_url_4.source)
          } else {
            json += asString(value_receipt_url_4.toString())
          }
        } else {
          json += asString(value_receipt_url_4)
        }
        
      } else {
        throw new Error('"receipt_url" is required!')
      }
      
      const value_total_amount_5 = obj["total_amount"]
      if (value_total_amount_5 !== undefined) {
        json += ",\"total_amount\":"
        json += asInteger(value_total_amount_5)
      } else {
        throw new Error('"total_amount" is required!')
      }
      
      const value_payment_url_6 = obj["payment_url"]
      if (value_payment_url_6 !== undefined) {
        json += ",\"payment_url\":"
        
        if (typeof value_payment_url_6 !== 'string') {
          if (value_payment_url_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_payment_url_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_payment_url_6.toISOString() + JSON_STR_QUOTE
          } else if (value_payment_url_6 instanceof RegExp) {
            json += asString(value_payment_url_6.source)
          } else {
            json += asString(value_payment_url_6.toString())
          }
        } else {
          json += asString(value_payment_url_6)
        }
        
      }

      const value_currency_7 = obj["currency"]
      if (value_currency_7 !== undefined) {
        json += ",\"currency\":"
        
        if (typeof value_currency_7 !== 'string') {
          if (value_currency_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_currency_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_currency_7.toISOString() + JSON_STR_QUOTE
          } else if (value_currency_7 instanceof RegExp) {
            json += asString(value_currency_7.source)
          } else {
            json += asString(value_currency_7.toString())
          }
        } else {
          json += asString(value_currency_7)
        }
        
      }

      const value_qr_code_8 = obj["qr_code"]
      if (value_qr_code_8 !== undefined) {
        json += ",\"qr_code\":"
        json += asUnsafeString(value_qr_code_8)
      }

      const value_message_9 = obj["message"]
      if (value_message_9 !== undefined) {
        json += ",\"message\":"
        
        if (typeof value_message_9 !== 'string') {
          if (value_message_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_message_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_message_9.toISOString() + JSON_STR_QUOTE
          } else if (value_message_9 instanceof RegExp) {
            json += asString(value_message_9.source)
          } else {
            json += asString(value_message_9.toString())
          }
        } else {
          json += asString(value_message_9)
        }
        
      }

return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
}(validator, serializer)
}),
},
},
confirmTransaction: {
validators: {
"params": make((module, require) => {
"use strict";module.exports = validate0;module.exports.default = validate0;const schema0 = {"type":"object","required":["transaction_id"],"properties":{"transaction_id":{"type":"string","minLength":1,"maxLength":64}},"additionalProperties":false,"x-message":"takes only transaction_id"};const func0 = require("ajv/dist/runtime/ucs2length").default;function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){let vErrors = null;let errors = 0;if(data && typeof data == "object" && !Array.isArray(data)){if(data.transaction_id === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "transaction_id"},message:"must have required property '"+"transaction_id"+"'",schema:schema0.required,parentSchema:schema0,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}for(const key0 in data){if(!(key0 === "transaction_id")){const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema0,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}if(data.transaction_id !== undefined){let data0 = data.transaction_id;if(typeof data0 === "string"){if(func0(data0) > 64){const err2 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters",schema:64,parentSchema:schema0.properties.transaction_id,data:data0};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(func0(data0) < 1){const err3 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema0.properties.transaction_id,data:data0};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}else {const err4 = {instancePath:instancePath+"/transaction_id",schemaPath:"#/properties/transaction_id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema0.properties.transaction_id.type,parentSchema:schema0.properties.transaction_id,data:data0};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}}else {const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema0.type,parentSchema:schema0,data};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}validate0.errors = vErrors;return errors === 0;}
}),
},
serializers: {
"200": make((module, require) => {

  'use strict'

  const Serializer = require('fast-json-stringify/lib/serializer')
  const serializerState = {"mode":"standalone"}
  const serializer = Serializer.restoreFromState(serializerState)

  const validator = null


  module.exports = function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous2 (obj) {
      // "#/properties/transaction/properties/_channels"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/transaction/properties/_channels' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/transaction/properties/_actions"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_17 = false

          const value_cancel_url_18 = obj["cancel_url"]
          if (value_cancel_url_18 !== undefined) {
            json += addComma_17 ? ",\"cancel_url\":" : ((addComma_17 = true), "{\"cancel_url\":")
            
          if (value_cancel_url_18 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_cancel_url_18 === "string" ||
            value_cancel_url_18 === null ||
            value_cancel_url_18 instanceof Date ||
            value_cancel_url_18 instanceof RegExp ||
            (
              typeof value_cancel_url_18 === "object" &&
              typeof value_cancel_url_18.toString === "function" &&
              value_cancel_url_18.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_cancel_url_18 !== 'string') {
          if (value_cancel_url_18 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_cancel_url_18 instanceof Date) {
            json += JSON_STR_QUOTE + value_cancel_url_18.toISOString() + JSON_STR_QUOTE
          } else if (value_cancel_url_18 instanceof RegExp) {
            json += asString(value_cancel_url_18.source)
          } else {
            json += asString(value_cancel_url_18.toString())
          }
        } else {
          json += asString(value_cancel_url_18)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/_actions/properties/cancel_url' does not match schema definition.")
  
          }

          const value_return_url_19 = obj["return_url"]
          if (value_return_url_19 !== undefined) {
            json += addComma_17 ? ",\"return_url\":" : ((addComma_17 = true), "{\"return_url\":")
            
          if (value_return_url_19 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_return_url_19 === "string" ||
            value_return_url_19 === null ||
            value_return_url_19 instanceof Date ||
            value_return_url_19 instanceof RegExp ||
            (
              typeof value_return_url_19 === "object" &&
              typeof value_return_url_19.toString === "function" &&
              value_return_url_19.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_return_url_19 !== 'string') {
          if (value_return_url_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_return_url_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_return_url_19.toISOString() + JSON_STR_QUOTE
          } else if (value_return_url_19 instanceof RegExp) {
            json += asString(value_return_url_19.source)
          } else {
            json += asString(value_return_url_19.toString())
          }
        } else {
          json += asString(value_return_url_19)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/_actions/properties/return_url' does not match schema definition.")
  
          }

          const value_callback_url_20 = obj["callback_url"]
          if (value_callback_url_20 !== undefined) {
            json += addComma_17 ? ",\"callback_url\":" : ((addComma_17 = true), "{\"callback_url\":")
            
          if (value_callback_url_20 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_callback_url_20 === "string" ||
            value_callback_url_20 === null ||
            value_callback_url_20 instanceof Date ||
            value_callback_url_20 instanceof RegExp ||
            (
              typeof value_callback_url_20 === "object" &&
              typeof value_callback_url_20.toString === "function" &&
              value_callback_url_20.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_callback_url_20 !== 'string') {
          if (value_callback_url_20 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_callback_url_20 instanceof Date) {
            json += JSON_STR_QUOTE + value_callback_url_20.toISOString() + JSON_STR_QUOTE
          } else if (value_callback_url_20 instanceof RegExp) {
            json += asString(value_callback_url_20.source)
          } else {
            json += asString(value_callback_url_20.toString())
          }
        } else {
          json += asString(value_callback_url_20)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/_actions/properties/callback_url' does not match schema definition.")
  
          }
if (!addComma_17) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/transaction/properties/_store"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_22 = false

          const value_name_23 = obj["name"]
          if (value_name_23 !== undefined) {
            json += addComma_22 ? ",\"name\":" : ((addComma_22 = true), "{\"name\":")
            
        if (typeof value_name_23 !== 'string') {
          if (value_name_23 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_23 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_23.toISOString() + JSON_STR_QUOTE
          } else if (value_name_23 instanceof RegExp) {
            json += asString(value_name_23.source)
          } else {
            json += asString(value_name_23.toString())
          }
        } else {
          json += asString(value_name_23)
        }
        
          }

          const value_postal_adress_24 = obj["postal_adress"]
          if (value_postal_adress_24 !== undefined) {
            json += addComma_22 ? ",\"postal_adress\":" : ((addComma_22 = true), "{\"postal_adress\":")
            
          if (value_postal_adress_24 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_postal_adress_24 === "string" ||
            value_postal_adress_24 === null ||
            value_postal_adress_24 instanceof Date ||
            value_postal_adress_24 instanceof RegExp ||
            (
              typeof value_postal_adress_24 === "object" &&
              typeof value_postal_adress_24.toString === "function" &&
              value_postal_adress_24.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_postal_adress_24 !== 'string') {
          if (value_postal_adress_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_postal_adress_24 instanceof Date) {
            json += JSON_STR_QUOTE + value_postal_adress_24.toISOString() + JSON_STR_QUOTE
          } else if (value_postal_adress_24 instanceof RegExp) {
            json += asString(value_postal_adress_24.source)
          } else {
            json += asString(value_postal_adress_24.toString())
          }
        } else {
          json += asString(value_postal_adress_24)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/_store/properties/postal_adress' does not match schema definition.")
  
          }

          const value_logo_url_25 = obj["logo_url"]
          if (value_logo_url_25 !== undefined) {
            json += addComma_22 ? ",\"logo_url\":" : ((addComma_22 = true), "{\"logo_url\":")
            
          if (value_logo_url_25 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_logo_url_25 === "string" ||
            value_logo_url_25 === null ||
            value_logo_url_25 instanceof Date ||
            value_logo_url_25 instanceof RegExp ||
            (
              typeof value_logo_url_25 === "object" &&
              typeof value_logo_url_25.toString === "function" &&
              value_logo_url_25.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_logo_url_25 !== 'string') {
          if (value_logo_url_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_logo_url_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_logo_url_25.toISOString() + JSON_STR_QUOTE
          } else if (value_logo_url_25 instanceof RegExp) {
            json += asString(value_logo_url_25.source)
          } else {
            json += asString(value_logo_url_25.toString())
          }
        } else {
          json += asString(value_logo_url_25)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/_store/properties/logo_url' does not match schema definition.")
  
          }

          const value_web_site_url_26 = obj["web_site_url"]
          if (value_web_site_url_26 !== undefined) {
            json += addComma_22 ? ",\"web_site_url\":" : ((addComma_22 = true), "{\"web_site_url\":")
            
          if (value_web_site_url_26 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_web_site_url_26 === "string" ||
            value_web_site_url_26 === null ||
            value_web_site_url_26 instanceof Date ||
            value_web_site_url_26 instanceof RegExp ||
            (
              typeof value_web_site_url_26 === "object" &&
              typeof value_web_site_url_26.toString === "function" &&
              value_web_site_url_26.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_web_site_url_26 !== 'string') {
          if (value_web_site_url_26 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_web_site_url_26 instanceof Date) {
            json += JSON_STR_QUOTE + value_web_site_url_26.toISOString() + JSON_STR_QUOTE
          } else if (value_web_site_url_26 instanceof RegExp) {
            json += asString(value_web_site_url_26.source)
          } else {
            json += asString(value_web_site_url_26.toString())
          }
        } else {
          json += asString(value_web_site_url_26)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/_store/properties/web_site_url' does not match schema definition.")
  
          }

          const value_phone_27 = obj["phone"]
          if (value_phone_27 !== undefined) {
            json += addComma_22 ? ",\"phone\":" : ((addComma_22 = true), "{\"phone\":")
            
          if (value_phone_27 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_phone_27 === "string" ||
            value_phone_27 === null ||
            value_phone_27 instanceof Date ||
            value_phone_27 instanceof RegExp ||
            (
              typeof value_phone_27 === "object" &&
              typeof value_phone_27.toString === "function" &&
              value_phone_27.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_phone_27 !== 'string') {
          if (value_phone_27 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_phone_27 instanceof Date) {
            json += JSON_STR_QUOTE + value_phone_27.toISOString() + JSON_STR_QUOTE
          } else if (value_phone_27 instanceof RegExp) {
            json += asString(value_phone_27.source)
          } else {
            json += asString(value_phone_27.toString())
          }
        } else {
          json += asString(value_phone_27)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/_store/properties/phone' does not match schema definition.")
  
          }

          const value_template_28 = obj["template"]
          if (value_template_28 !== undefined) {
            json += addComma_22 ? ",\"template\":" : ((addComma_22 = true), "{\"template\":")
            
          if (value_template_28 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_template_28 === "string" ||
            value_template_28 === null ||
            value_template_28 instanceof Date ||
            value_template_28 instanceof RegExp ||
            (
              typeof value_template_28 === "object" &&
              typeof value_template_28.toString === "function" &&
              value_template_28.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_template_28 !== 'string') {
          if (value_template_28 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_template_28 instanceof Date) {
            json += JSON_STR_QUOTE + value_template_28.toISOString() + JSON_STR_QUOTE
          } else if (value_template_28 instanceof RegExp) {
            json += asString(value_template_28.source)
          } else {
            json += asString(value_template_28.toString())
          }
        } else {
          json += asString(value_template_28)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/_store/properties/template' does not match schema definition.")
  
          }
if (!addComma_22) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/transaction/properties/invoice/properties/custom_datas"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_38 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_38 ? JSON_STR_COMMA : ((addComma_38 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  if (!addComma_38) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

    function anonymous7 (obj) {
      // "#/properties/transaction/properties/invoice/properties/custom_datas"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/custom_datas' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += JSON.stringify(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += JSON.stringify(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/transaction/properties/invoice/properties/items/items"
      function anonymous9 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_40 = false

          const value__id_41 = obj["_id"]
          if (value__id_41 !== undefined) {
            json += addComma_40 ? ",\"_id\":" : ((addComma_40 = true), "{\"_id\":")
            
        if (typeof value__id_41 !== 'string') {
          if (value__id_41 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__id_41 instanceof Date) {
            json += JSON_STR_QUOTE + value__id_41.toISOString() + JSON_STR_QUOTE
          } else if (value__id_41 instanceof RegExp) {
            json += asString(value__id_41.source)
          } else {
            json += asString(value__id_41.toString())
          }
        } else {
          json += asString(value__id_41)
        }
        
          }

          const value_name_42 = obj["name"]
          if (value_name_42 !== undefined) {
            json += addComma_40 ? ",\"name\":" : ((addComma_40 = true), "{\"name\":")
            
          if (value_name_42 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_name_42 === "string" ||
            value_name_42 === null ||
            value_name_42 instanceof Date ||
            value_name_42 instanceof RegExp ||
            (
              typeof value_name_42 === "object" &&
              typeof value_name_42.toString === "function" &&
              value_name_42.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_name_42 !== 'string') {
          if (value_name_42 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_42 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_42.toISOString() + JSON_STR_QUOTE
          } else if (value_name_42 instanceof RegExp) {
            json += asString(value_name_42.source)
          } else {
            json += asString(value_name_42.toString())
          }
        } else {
          json += asString(value_name_42)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/items/items/properties/name' does not match schema definition.")
  
          }

          const value_quantity_43 = obj["quantity"]
          if (value_quantity_43 !== undefined) {
            json += addComma_40 ? ",\"quantity\":" : ((addComma_40 = true), "{\"quantity\":")
            
          if (value_quantity_43 === null) {
            json += JSON_STR_NULL
          }
          
          else if(typeof value_quantity_43 === "number" || value_quantity_43 === null) {
            json += asNumber(value_quantity_43)
          }
        
          else if(
            typeof value_quantity_43 === "string" ||
            value_quantity_43 === null ||
            value_quantity_43 instanceof Date ||
            value_quantity_43 instanceof RegExp ||
            (
              typeof value_quantity_43 === "object" &&
              typeof value_quantity_43.toString === "function" &&
              value_quantity_43.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_quantity_43 !== 'string') {
          if (value_quantity_43 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_quantity_43 instanceof Date) {
            json += JSON_STR_QUOTE + value_quantity_43.toISOString() + JSON_STR_QUOTE
          } else if (value_quantity_43 instanceof RegExp) {
            json += asString(value_quantity_43.source)
          } else {
            json += asString(value_quantity_43.toString())
          }
        } else {
          json += asString(value_quantity_43)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/items/items/properties/quantity' does not match schema definition.")
  
          }

          const value_price_44 = obj["price"]
          if (value_price_44 !== undefined) {
            json += addComma_40 ? ",\"price\":" : ((addComma_40 = true), "{\"price\":")
            
          if (value_price_44 === null) {
            json += JSON_STR_NULL
          }
          
          else if(typeof value_price_44 === "number" || value_price_44 === null) {
            json += asNumber(value_price_44)
          }
        
          else if(
            typeof value_price_44 === "string" ||
            value_price_44 === null ||
            value_price_44 instanceof Date ||
            value_price_44 instanceof RegExp ||
            (
              typeof value_price_44 === "object" &&
              typeof value_price_44.toString === "function" &&
              value_price_44.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_price_44 !== 'string') {
          if (value_price_44 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_price_44 instanceof Date) {
            json += JSON_STR_QUOTE + value_price_44.toISOString() + JSON_STR_QUOTE
          } else if (value_price_44 instanceof RegExp) {
            json += asString(value_price_44.source)
          } else {
            json += asString(value_price_44.toString())
          }
        } else {
          json += asString(value_price_44)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/items/items/properties/price' does not match schema definition.")
  
          }

          const value_total_amount_45 = obj["total_amount"]
          if (value_total_amount_45 !== undefined) {
            json += addComma_40 ? ",\"total_amount\":" : ((addComma_40 = true), "{\"total_amount\":")
            
          if (value_total_amount_45 === null) {
            json += JSON_STR_NULL
          }
          
          else if(typeof value_total_amount_45 === "number" || value_total_amount_45 === null) {
            json += asNumber(value_total_amount_45)
          }
        
          else if(
            typeof value_total_amount_45 === "string" ||
            value_total_amount_45 === null ||
            value_total_amount_45 instanceof Date ||
            value_total_amount_45 instanceof RegExp ||
            (
              typeof value_total_amount_45 === "object" &&
              typeof value_total_amount_45.toString === "function" &&
              value_total_amount_45.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_total_amount_45 !== 'string') {
          if (value_total_amount_45 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_total_amount_45 instanceof Date) {
            json += JSON_STR_QUOTE + value_total_amount_45.toISOString() + JSON_STR_QUOTE
          } else if (value_total_amount_45 instanceof RegExp) {
            json += asString(value_total_amount_45.source)
          } else {
            json += asString(value_total_amount_45.toString())
          }
        } else {
          json += asString(value_total_amount_45)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/items/items/properties/total_amount' does not match schema definition.")
  
          }

          const value_description_46 = obj["description"]
          if (value_description_46 !== undefined) {
            json += addComma_40 ? ",\"description\":" : ((addComma_40 = true), "{\"description\":")
            
          if (value_description_46 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_description_46 === "string" ||
            value_description_46 === null ||
            value_description_46 instanceof Date ||
            value_description_46 instanceof RegExp ||
            (
              typeof value_description_46 === "object" &&
              typeof value_description_46.toString === "function" &&
              value_description_46.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_description_46 !== 'string') {
          if (value_description_46 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_description_46 instanceof Date) {
            json += JSON_STR_QUOTE + value_description_46.toISOString() + JSON_STR_QUOTE
          } else if (value_description_46 instanceof RegExp) {
            json += asString(value_description_46.source)
          } else {
            json += asString(value_description_46.toString())
          }
        } else {
          json += asString(value_description_46)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/items/items/properties/description' does not match schema definition.")
  
          }
if (!addComma_40) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

    function anonymous8 (obj) {
      // "#/properties/transaction/properties/invoice/properties/items"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/items' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous9(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous9(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/transaction/properties/invoice/properties/taxes/items"
      function anonymous11 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_48 = false

          const value__id_49 = obj["_id"]
          if (value__id_49 !== undefined) {
            json += addComma_48 ? ",\"_id\":" : ((addComma_48 = true), "{\"_id\":")
            
        if (typeof value__id_49 !== 'string') {
          if (value__id_49 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__id_49 instanceof Date) {
            json += JSON_STR_QUOTE + value__id_49.toISOString() + JSON_STR_QUOTE
          } else if (value__id_49 instanceof RegExp) {
            json += asString(value__id_49.source)
          } else {
            json += asString(value__id_49.toString())
          }
        } else {
          json += asString(value__id_49)
        }
        
          }

          const value_name_50 = obj["name"]
          if (value_name_50 !== undefined) {
            json += addComma_48 ? ",\"name\":" : ((addComma_48 = true), "{\"name\":")
            
          if (value_name_50 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_name_50 === "string" ||
            value_name_50 === null ||
            value_name_50 instanceof Date ||
            value_name_50 instanceof RegExp ||
            (
              typeof value_name_50 === "object" &&
              typeof value_name_50.toString === "function" &&
              value_name_50.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_name_50 !== 'string') {
          if (value_name_50 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_50 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_50.toISOString() + JSON_STR_QUOTE
          } else if (value_name_50 instanceof RegExp) {
            json += asString(value_name_50.source)
          } else {
            json += asString(value_name_50.toString())
          }
        } else {
          json += asString(value_name_50)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/taxes/items/properties/name' does not match schema definition.")
  
          }

          const value_amount_51 = obj["amount"]
          if (value_amount_51 !== undefined) {
            json += addComma_48 ? ",\"amount\":" : ((addComma_48 = true), "{\"amount\":")
            
          if (value_amount_51 === null) {
            json += JSON_STR_NULL
          }
          
          else if(typeof value_amount_51 === "number" || value_amount_51 === null) {
            json += asNumber(value_amount_51)
          }
        
          else if(
            typeof value_amount_51 === "string" ||
            value_amount_51 === null ||
            value_amount_51 instanceof Date ||
            value_amount_51 instanceof RegExp ||
            (
              typeof value_amount_51 === "object" &&
              typeof value_amount_51.toString === "function" &&
              value_amount_51.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_amount_51 !== 'string') {
          if (value_amount_51 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_amount_51 instanceof Date) {
            json += JSON_STR_QUOTE + value_amount_51.toISOString() + JSON_STR_QUOTE
          } else if (value_amount_51 instanceof RegExp) {
            json += asString(value_amount_51.source)
          } else {
            json += asString(value_amount_51.toString())
          }
        } else {
          json += asString(value_amount_51)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/taxes/items/properties/amount' does not match schema definition.")
  
          }
if (!addComma_48) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

    function anonymous10 (obj) {
      // "#/properties/transaction/properties/invoice/properties/taxes"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/taxes' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous11(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous11(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/transaction/properties/invoice"
      function anonymous5 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_31 = false

          const value__id_32 = obj["_id"]
          if (value__id_32 !== undefined) {
            json += addComma_31 ? ",\"_id\":" : ((addComma_31 = true), "{\"_id\":")
            
        if (typeof value__id_32 !== 'string') {
          if (value__id_32 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__id_32 instanceof Date) {
            json += JSON_STR_QUOTE + value__id_32.toISOString() + JSON_STR_QUOTE
          } else if (value__id_32 instanceof RegExp) {
            json += asString(value__id_32.source)
          } else {
            json += asString(value__id_32.toString())
          }
        } else {
          json += asString(value__id_32)
        }
        
          }

          const value__created_at_33 = obj["_created_at"]
          if (value__created_at_33 !== undefined) {
            json += addComma_31 ? ",\"_created_at\":" : ((addComma_31 = true), "{\"_created_at\":")
            json += asDateTime(value__created_at_33)
          }

          const value_currency_34 = obj["currency"]
          if (value_currency_34 !== undefined) {
            json += addComma_31 ? ",\"currency\":" : ((addComma_31 = true), "{\"currency\":")
            
        if (typeof value_currency_34 !== 'string') {
          if (value_currency_34 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_currency_34 instanceof Date) {
            json += JSON_STR_QUOTE + value_currency_34.toISOString() + JSON_STR_QUOTE
          } else if (value_currency_34 instanceof RegExp) {
            json += asString(value_currency_34.source)
          } else {
            json += asString(value_currency_34.toString())
          }
        } else {
          json += asString(value_currency_34)
        }
        
          }

          const value_amount_35 = obj["amount"]
          if (value_amount_35 !== undefined) {
            json += addComma_31 ? ",\"amount\":" : ((addComma_31 = true), "{\"amount\":")
            json += asInteger(value_amount_35)
          }

          const value_description_36 = obj["description"]
          if (value_description_36 !== undefined) {
            json += addComma_31 ? ",\"description\":" : ((addComma_31 = true), "{\"description\":")
            
          if (value_description_36 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_description_36 === "string" ||
            value_description_36 === null ||
            value_description_36 instanceof Date ||
            value_description_36 instanceof RegExp ||
            (
              typeof value_description_36 === "object" &&
              typeof value_description_36.toString === "function" &&
              value_description_36.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_description_36 !== 'string') {
          if (value_description_36 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_description_36 instanceof Date) {
            json += JSON_STR_QUOTE + value_description_36.toISOString() + JSON_STR_QUOTE
          } else if (value_description_36 instanceof RegExp) {
            json += asString(value_description_36.source)
          } else {
            json += asString(value_description_36.toString())
          }
        } else {
          json += asString(value_description_36)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/description' does not match schema definition.")
  
          }

          const value_custom_datas_37 = obj["custom_datas"]
          if (value_custom_datas_37 !== undefined) {
            json += addComma_31 ? ",\"custom_datas\":" : ((addComma_31 = true), "{\"custom_datas\":")
            
          if (value_custom_datas_37 === null) {
            json += JSON_STR_NULL
          }
          
          else if((typeof value_custom_datas_37 === "object" && !Array.isArray(value_custom_datas_37)) || value_custom_datas_37 === null) {
            json += anonymous6(value_custom_datas_37)
          }
        
          else if(Array.isArray(value_custom_datas_37)) {
            json += anonymous7(value_custom_datas_37)
          }
        
          else if(
            typeof value_custom_datas_37 === "string" ||
            value_custom_datas_37 === null ||
            value_custom_datas_37 instanceof Date ||
            value_custom_datas_37 instanceof RegExp ||
            (
              typeof value_custom_datas_37 === "object" &&
              typeof value_custom_datas_37.toString === "function" &&
              value_custom_datas_37.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_custom_datas_37 !== 'string') {
          if (value_custom_datas_37 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_custom_datas_37 instanceof Date) {
            json += JSON_STR_QUOTE + value_custom_datas_37.toISOString() + JSON_STR_QUOTE
          } else if (value_custom_datas_37 instanceof RegExp) {
            json += asString(value_custom_datas_37.source)
          } else {
            json += asString(value_custom_datas_37.toString())
          }
        } else {
          json += asString(value_custom_datas_37)
        }
        
          }
        
          else if(typeof value_custom_datas_37 === "number" || value_custom_datas_37 === null) {
            json += asNumber(value_custom_datas_37)
          }
        
          else if(typeof value_custom_datas_37 === "boolean" || value_custom_datas_37 === null) {
            json += asBoolean(value_custom_datas_37)
          }
        
    else throw new TypeError("The value of '#/properties/transaction/properties/invoice/properties/custom_datas' does not match schema definition.")
  
          }

          const value_items_39 = obj["items"]
          if (value_items_39 !== undefined) {
            json += addComma_31 ? ",\"items\":" : ((addComma_31 = true), "{\"items\":")
            json += anonymous8(value_items_39)
          }

          const value_taxes_47 = obj["taxes"]
          if (value_taxes_47 !== undefined) {
            json += addComma_31 ? ",\"taxes\":" : ((addComma_31 = true), "{\"taxes\":")
            json += anonymous10(value_taxes_47)
          }

          const value_transaction_52 = obj["transaction"]
          if (value_transaction_52 !== undefined) {
            json += addComma_31 ? ",\"transaction\":" : ((addComma_31 = true), "{\"transaction\":")
            
        if (typeof value_transaction_52 !== 'string') {
          if (value_transaction_52 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_transaction_52 instanceof Date) {
            json += JSON_STR_QUOTE + value_transaction_52.toISOString() + JSON_STR_QUOTE
          } else if (value_transaction_52 instanceof RegExp) {
            json += asString(value_transaction_52.source)
          } else {
            json += asString(value_transaction_52.toString())
          }
        } else {
          json += asString(value_transaction_52)
        }
        
          }

          const value___v_53 = obj["__v"]
          if (value___v_53 !== undefined) {
            json += addComma_31 ? ",\"__v\":" : ((addComma_31 = true), "{\"__v\":")
            json += asInteger(value___v_53)
          }
if (!addComma_31) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/transaction"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_5 = false

          const value__id_6 = obj["_id"]
          if (value__id_6 !== undefined) {
            json += addComma_5 ? ",\"_id\":" : ((addComma_5 = true), "{\"_id\":")
            
        if (typeof value__id_6 !== 'string') {
          if (value__id_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__id_6 instanceof Date) {
            json += JSON_STR_QUOTE + value__id_6.toISOString() + JSON_STR_QUOTE
          } else if (value__id_6 instanceof RegExp) {
            json += asString(value__id_6.source)
          } else {
            json += asString(value__id_6.toString())
          }
        } else {
          json += asString(value__id_6)
        }
        
          }

          const value__status_7 = obj["_status"]
          if (value__status_7 !== undefined) {
            json += addComma_5 ? ",\"_status\":" : ((addComma_5 = true), "{\"_status\":")
            
        if (typeof value__status_7 !== 'string') {
          if (value__status_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__status_7 instanceof Date) {
            json += JSON_STR_QUOTE + value__status_7.toISOString() + JSON_STR_QUOTE
          } else if (value__status_7 instanceof RegExp) {
            json += asString(value__status_7.source)
          } else {
            json += asString(value__status_7.toString())
          }
        } else {
          json += asString(value__status_7)
        }
        
          }

          const value__env_8 = obj["_env"]
          if (value__env_8 !== undefined) {
            json += addComma_5 ? ",\"_env\":" : ((addComma_5 = true), "{\"_env\":")
            
        if (typeof value__env_8 !== 'string') {
          if (value__env_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__env_8 instanceof Date) {
            json += JSON_STR_QUOTE + value__env_8.toISOString() + JSON_STR_QUOTE
          } else if (value__env_8 instanceof RegExp) {
            json += asString(value__env_8.source)
          } else {
            json += asString(value__env_8.toString())
          }
        } else {
          json += asString(value__env_8)
        }
        
          }

          const value__type_9 = obj["_type"]
          if (value__type_9 !== undefined) {
            json += addComma_5 ? ",\"_type\":" : ((addComma_5 = true), "{\"_type\":")
            
        if (typeof value__type_9 !== 'string') {
          if (value__type_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__type_9 instanceof Date) {
            json += JSON_STR_QUOTE + value__type_9.toISOString() + JSON_STR_QUOTE
          } else if (value__type_9 instanceof RegExp) {
            json += asString(value__type_9.source)
          } else {
            json += asString(value__type_9.toString())
          }
        } else {
          json += asString(value__type_9)
        }
        
          }

          const value__reference_10 = obj["_reference"]
          if (value__reference_10 !== undefined) {
            json += addComma_5 ? ",\"_reference\":" : ((addComma_5 = true), "{\"_reference\":")
            
        if (typeof value__reference_10 !== 'string') {
          if (value__reference_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__reference_10 instanceof Date) {
            json += JSON_STR_QUOTE + value__reference_10.toISOString() + JSON_STR_QUOTE
          } else if (value__reference_10 instanceof RegExp) {
            json += asString(value__reference_10.source)
          } else {
            json += asString(value__reference_10.toString())
          }
        } else {
          json += asString(value__reference_10)
        }
        
          }

          const value__amount_11 = obj["_amount"]
          if (value__amount_11 !== undefined) {
            json += addComma_5 ? ",\"_amount\":" : ((addComma_5 = true), "{\"_amount\":")
            json += asInteger(value__amount_11)
          }

          const value__country_code_12 = obj["_country_code"]
          if (value__country_code_12 !== undefined) {
            json += addComma_5 ? ",\"_country_code\":" : ((addComma_5 = true), "{\"_country_code\":")
            
        if (typeof value__country_code_12 !== 'string') {
          if (value__country_code_12 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value__country_code_12 instanceof Date) {
            json += JSON_STR_QUOTE + value__country_code_12.toISOString() + JSON_STR_QUOTE
          } else if (value__country_code_12 instanceof RegExp) {
            json += asString(value__country_code_12.source)
          } else {
            json += asString(value__country_code_12.toString())
          }
        } else {
          json += asString(value__country_code_12)
        }
        
          }

          const value__qrcode_13 = obj["_qrcode"]
          if (value__qrcode_13 !== undefined) {
            json += addComma_5 ? ",\"_qrcode\":" : ((addComma_5 = true), "{\"_qrcode\":")
            json += asUnsafeString(value__qrcode_13)
          }

          const value__channels_14 = obj["_channels"]
          if (value__channels_14 !== undefined) {
            json += addComma_5 ? ",\"_channels\":" : ((addComma_5 = true), "{\"_channels\":")
            json += anonymous2(value__channels_14)
          }

          const value__created_at_15 = obj["_created_at"]
          if (value__created_at_15 !== undefined) {
            json += addComma_5 ? ",\"_created_at\":" : ((addComma_5 = true), "{\"_created_at\":")
            json += asDateTime(value__created_at_15)
          }

          const value__actions_16 = obj["_actions"]
          if (value__actions_16 !== undefined) {
            json += addComma_5 ? ",\"_actions\":" : ((addComma_5 = true), "{\"_actions\":")
            json += anonymous3(value__actions_16)
          }

          const value__store_21 = obj["_store"]
          if (value__store_21 !== undefined) {
            json += addComma_5 ? ",\"_store\":" : ((addComma_5 = true), "{\"_store\":")
            json += anonymous4(value__store_21)
          }

          const value___v_29 = obj["__v"]
          if (value___v_29 !== undefined) {
            json += addComma_5 ? ",\"__v\":" : ((addComma_5 = true), "{\"__v\":")
            json += asInteger(value___v_29)
          }

          const value_invoice_30 = obj["invoice"]
          if (value_invoice_30 !== undefined) {
            json += addComma_5 ? ",\"invoice\":" : ((addComma_5 = true), "{\"invoice\":")
            json += anonymous5(value_invoice_30)
          }
if (!addComma_5) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/marchand"
      function anonymous12 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
          const value_name_56 = obj["name"]
          if (value_name_56 !== undefined) {
            json += "{\"name\":"
            
        if (typeof value_name_56 !== 'string') {
          if (value_name_56 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_56 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_56.toISOString() + JSON_STR_QUOTE
          } else if (value_name_56 instanceof RegExp) {
            json += asString(value_name_56.source)
          } else {
            json += asString(value_name_56.toString())
          }
        } else {
          json += asString(value_name_56)
        }
        
          } else {
            json += JSON_STR_BEGIN_OBJECT
          }
          
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/customer"
      function anonymous13 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_65 = false

          const value_name_66 = obj["name"]
          if (value_name_66 !== undefined) {
            json += addComma_65 ? ",\"name\":" : ((addComma_65 = true), "{\"name\":")
            
        if (typeof value_name_66 !== 'string') {
          if (value_name_66 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_66 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_66.toISOString() + JSON_STR_QUOTE
          } else if (value_name_66 instanceof RegExp) {
            json += asString(value_name_66.source)
          } else {
            json += asString(value_name_66.toString())
          }
        } else {
          json += asString(value_name_66)
        }
        
          }

          const value_phone_67 = obj["phone"]
          if (value_phone_67 !== undefined) {
            json += addComma_65 ? ",\"phone\":" : ((addComma_65 = true), "{\"phone\":")
            
        if (typeof value_phone_67 !== 'string') {
          if (value_phone_67 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_phone_67 instanceof Date) {
            json += JSON_STR_QUOTE + value_phone_67.toISOString() + JSON_STR_QUOTE
          } else if (value_phone_67 instanceof RegExp) {
            json += asString(value_phone_67.source)
          } else {
            json += asString(value_phone_67.toString())
          }
        } else {
          json += asString(value_phone_67)
        }
        
          }

          const value_email_68 = obj["email"]
          if (value_email_68 !== undefined) {
            json += addComma_65 ? ",\"email\":" : ((addComma_65 = true), "{\"email\":")
            
          if (value_email_68 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_email_68 === "string" ||
            value_email_68 === null ||
            value_email_68 instanceof Date ||
            value_email_68 instanceof RegExp ||
            (
              typeof value_email_68 === "object" &&
              typeof value_email_68.toString === "function" &&
              value_email_68.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_email_68 !== 'string') {
          if (value_email_68 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_email_68 instanceof Date) {
            json += JSON_STR_QUOTE + value_email_68.toISOString() + JSON_STR_QUOTE
          } else if (value_email_68 instanceof RegExp) {
            json += asString(value_email_68.source)
          } else {
            json += asString(value_email_68.toString())
          }
        } else {
          json += asString(value_email_68)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/customer/properties/email' does not match schema definition.")
  
          }
if (!addComma_65) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/custom_data"
      function anonymous14 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_71 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_71 ? JSON_STR_COMMA : ((addComma_71 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  if (!addComma_71) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

    function anonymous15 (obj) {
      // "#/properties/custom_data"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/custom_data' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += JSON.stringify(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += JSON.stringify(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_error_1 = obj["error"]
      if (value_error_1 !== undefined) {
        json += "{\"error\":"
        json += "false"
      } else {
        throw new Error('"error" is required!')
      }
      
      const value_status_2 = obj["status"]
      if (value_status_2 !== undefined) {
        json += ",\"status\":"
        
        if (typeof value_status_2 !== 'string') {
          if (value_status_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_status_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_status_2.toISOString() + JSON_STR_QUOTE
          } else if (value_status_2 instanceof RegExp) {
            json += asString(value_status_2.source)
          } else {
            json += asString(value_status_2.toString())
          }
        } else {
          json += asString(value_status_2)
        }
        
      } else {
        throw new Error('"status" is required!')
      }
      
      const value_message_3 = obj["message"]
      if (value_message_3 !== undefined) {
        json += ",\"message\":"
        
        if (typeof value_message_3 !== 'string') {
          if (value_message_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_message_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_message_3.toISOString() + JSON_STR_QUOTE
          } else if (value_message_3 instanceof RegExp) {
            json += asString(value_message_3.source)
          } else {
            json += asString(value_message_3.toString())
          }
        } else {
          json += asString(value_message_3)
        }
        
      }

      const value_transaction_4 = obj["transaction"]
      if (value_transaction_4 !== undefined) {
        json += ",\"transaction\":"
        json += anonymous1(value_transaction_4)
      }

      const value_marchand_54 = obj["marchand"]
      if (value_marchand_54 !== undefined) {
        json += ",\"marchand\":"
        json += anonymous12(value_marchand_54)
      }

      const value_amount_57 = obj["amount"]
      if (value_amount_57 !== undefined) {
        json += ",\"amount\":"
        json += asInteger(value_amount_57)
      }

      const value_total_amount_58 = obj["total_amount"]
      if (value_total_amount_58 !== undefined) {
        json += ",\"total_amount\":"
        json += asInteger(value_total_amount_58)
      }

      const value_currency_59 = obj["currency"]
      if (value_currency_59 !== undefined) {
        json += ",\"currency\":"
        
        if (typeof value_currency_59 !== 'string') {
          if (value_currency_59 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_currency_59 instanceof Date) {
            json += JSON_STR_QUOTE + value_currency_59.toISOString() + JSON_STR_QUOTE
          } else if (value_currency_59 instanceof RegExp) {
            json += asString(value_currency_59.source)
          } else {
            json += asString(value_currency_59.toString())
          }
        } else {
          json += asString(value_currency_59)
        }
        
      }

      const value_account_number_60 = obj["account_number"]
      if (value_account_number_60 !== undefined) {
        json += ",\"account_number\":"
        
        if (typeof value_account_number_60 !== 'string') {
          if (value_account_number_60 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_account_number_60 instanceof Date) {
            json += JSON_STR_QUOTE + value_account_number_60.toISOString() + JSON_STR_QUOTE
          } else if (value_account_number_60 instanceof RegExp) {
            json += asString(value_account_number_60.source)
          } else {
            json += asString(value_account_number_60.toString())
          }
        } else {
          json += asString(value_account_number_60)
        }
        
      }

      const value_source_61 = obj["source"]
      if (value_source_61 !== undefined) {
        json += ",\"source\":"
        
        if (typeof value_source_61 !== 'string') {
          if (value_source_61 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_source_61 instanceof Date) {
            json += JSON_STR_QUOTE + value_source_61.toISOString() + JSON_STR_QUOTE
          } else if (value_source_61 instanceof RegExp) {
            json += asString(value_source_61.source)
          } else {
            json += asString(value_source_61.toString())
          }
        } else {
          json += asString(value_source_61)
        }
        
      }

      const value_fees_62 = obj["fees"]
      if (value_fees_62 !== undefined) {
        json += ",\"fees\":"
        json += asInteger(value_fees_62)
      }

      const value_net_amount_63 = obj["net_amount"]
      if (value_net_amount_63 !== undefined) {
        json += ",\"net_amount\":"
        json += asInteger(value_net_amount_63)
      }

      const value_customer_64 = obj["customer"]
      if (value_customer_64 !== undefined) {
        json += ",\"customer\":"
        json += anonymous13(value_customer_64)
      }

      const value_receipt_url_69 = obj["receipt_url"]
      if (value_receipt_url_69 !== undefined) {
        json += ",\"receipt_url\":"
        
        if (typeof value_receipt_url_69 !== 'string') {
          if (value_receipt_url_69 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_receipt_url_69 instanceof Date) {
            json += JSON_STR_QUOTE + value_receipt_url_69.toISOString() + JSON_STR_QUOTE
          } else if (value_receipt_url_69 instanceof RegExp) {
            json += asString(value_receipt_url_69.source)
          } else {
            json += asString(value_receipt_url_69.toString())
          }
        } else {
          json += asString(value_receipt_url_69)
        }
        
      }

      const value_custom_data_70 = obj["custom_data"]
      if (value_custom_data_70 !== undefined) {
        json += ",\"custom_data\":"
        
          if (value_custom_data_70 === null) {
            json += JSON_STR_NULL
          }
          
          else if((typeof value_custom_data_70 === "object" && !Array.isArray(value_custom_data_70)) || value_custom_data_70 === null) {
            json += anonymous14(value_custom_data_70)
          }
        
          else if(Array.isArray(value_custom_data_70)) {
            json += anonymous15(value_custom_data_70)
          }
        
          else if(
            typeof value_custom_data_70 === "string" ||
            value_custom_data_70 === null ||
            value_custom_data_70 instanceof Date ||
            value_custom_data_70 instanceof RegExp ||
            (
              typeof value_custom_data_70 === "object" &&
              typeof value_custom_data_70.toString === "function" &&
              value_custom_data_70.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_custom_data_70 !== 'string') {
          if (value_custom_data_70 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_custom_data_70 instanceof Date) {
            json += JSON_STR_QUOTE + value_custom_data_70.toISOString() + JSON_STR_QUOTE
          } else if (value_custom_data_70 instanceof RegExp) {
            json += asString(value_custom_data_70.source)
          } else {
            json += asString(value_custom_data_70.toString())
          }
        } else {
          json += asString(value_custom_data_70)
        }
        
          }
        
          else if(typeof value_custom_data_70 === "number" || value_custom_data_70 === null) {
            json += asNumber(value_custom_data_70)
          }
        
          else if(typeof value_custom_data_70 === "boolean" || value_custom_data_70 === null) {
            json += asBoolean(value_custom_data_70)
          }
        
    else throw new TypeError("The value of '#/properties/custom_data' does not match schema definition.")
  
      }

return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
}(validator, serializer)
}),
},
},
}
